"""The search of a browser’s profile would find what is packed: else it proves nothing."""

import gzip

import pytest

from tests.site.profile import everything_in, leveldb_blocks, places_of, unsnappy

SECRET = "hospital-بدسلوکی-💔"
# By hand, from the description: 5 letters as they stand, then a copy of 10 from 5 back.
SNAPPY_OF_THREE_HELLOS = b"\x0f" + bytes([4 << 2]) + b"hello" + bytes([(9 << 2) | 2, 5, 0])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
@pytest.mark.parametrize("pack", [bytes, gzip.compress, lambda plain: b"before" + gzip.compress(plain) + b"after"])
def test_it_is_found_however_it_is_packed(tmp_path, pack, encoding):
    (tmp_path / "Default").mkdir()
    (tmp_path / "Default/data_1").write_bytes(pack(f"<p>{SECRET}</p>".encode(encoding)))
    (tmp_path / "Default/data_2").write_bytes(b"nothing \x1f\x8b\x08 of it")
    assert [path.name for path in places_of(SECRET, everything_in(tmp_path))] == ["data_1"]


def test_snappy_is_unpacked():
    assert unsnappy(SNAPPY_OF_THREE_HELLOS) == b"hello" * 3


def test_a_table_of_leveldb_is_unpacked_block_by_block(tmp_path):
    table = bytearray()

    def put(content: bytes, how: int) -> bytes:
        handle = bytes([len(table), len(content)])
        table.extend(content + bytes([how]) + b"crc.")
        return handle

    plain, packed = put(SECRET.encode(), 0), put(SNAPPY_OF_THREE_HELLOS, 1)
    entries = b"".join(bytes([0, 1, len(handle)]) + name + handle for name, handle in ((b"a", plain), (b"b", packed)))
    index = put(entries + b"\0\0\0\0" + b"\x01\0\0\0", 0)
    table += (b"\0\0" + index).ljust(40, b"\0") + b"magic..."
    assert list(leveldb_blocks(bytes(table))) == [SECRET.encode(), b"hellohellohello"]

    (tmp_path / "000005.ldb").write_bytes(table)
    assert places_of("hellohellohello", everything_in(tmp_path))
