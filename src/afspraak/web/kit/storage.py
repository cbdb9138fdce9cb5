"""Static files under names that hold a hash of their content, compressed beforehand."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Static(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # no types
    """Also rewrites the imports of JavaScript modules, so that no module meets an older one."""

    support_js_module_import_aggregation = True
