"""The protocol file: read it, judge it, compare two editions, write a first one."""
