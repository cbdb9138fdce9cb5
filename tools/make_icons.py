"""Makes the icons of the app: one drawing, in the sizes that home screens ask for.

Needs a Chromium to draw with: `python tools/make_icons.py /usr/bin/chromium`.
"""

import io
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

FOLDER = Path(__file__).parents[1] / "src/afspraak/web/checks/static/checks"
COLOURS = 16
SIZES = {"any": (192, 512), "maskable": (512,)}

# A speech bubble with a tick in it, on 100 by 100.
DRAWING = (
    '<path d="M24 26h52a8 8 0 0 1 8 8v28a8 8 0 0 1-8 8H52L36 84V70H24a8 8 0 0 1-8-8V34a8 8 0 0 1 '
    '8-8z" fill="#fcfbf8"/><path d="M35 48l10 10 20-20" fill="none" stroke="#0c5a5e" '
    'stroke-width="7" stroke-linecap="round" stroke-linejoin="round"/>'
)
GROUND = {
    "any": '<rect width="100" height="100" rx="20" fill="#0c5a5e"/>',
    # A home screen cuts this one to a shape of its own; what matters stays in the middle.
    "maskable": '<rect width="100" height="100" fill="#0c5a5e"/>',
}
SHRINK = {"any": "", "maskable": ' transform="translate(14 14) scale(.72)"'}


def svg(purpose: str) -> str:
    """The drawing for one purpose."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
        f"{GROUND[purpose]}<g{SHRINK[purpose]}>{DRAWING}</g></svg>\n"
    )


def main(chromium: str) -> None:
    """Writes every icon."""
    FOLDER.joinpath("icon.svg").write_text(svg("any"), "utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        for purpose, sizes in SIZES.items():
            for size in sizes:
                page.set_viewport_size({"width": size, "height": size})
                page.set_content(
                    f"<style>body{{margin:0}}svg{{display:block}}</style>{svg(purpose)}"
                )
                drawn = Image.open(io.BytesIO(page.screenshot(omit_background=True)))
                # Few colours: the icons lie in the manifest, and that comes with the page.
                drawn.quantize(COLOURS).save(FOLDER / f"icon-{purpose}-{size}.png", optimize=True)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
