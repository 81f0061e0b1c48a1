"""What may be the locality's logo, and what of a picture's file is kept."""

from __future__ import annotations

from io import BytesIO
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from pch_desktop.domain.logo import MOST_BYTES, read_logo, read_words
from pch_desktop.domain.refusal import Refusal

SECRETS = (b"Jo Wren", b"Canon", b"taken at home", b"PHOTO OF", b"GPS")


def png(size: tuple[int, int] = (60, 24), mode: str = "RGBA") -> bytes:
    """A PNG that tells of its maker and when it was made."""
    told = PngInfo()
    told.add_text("Author", "Jo Wren")
    told.add_itxt("Comment", "taken at home", zip=True)
    made = BytesIO()
    Image.new(mode, size, 7).save(made, "PNG", pnginfo=told, dpi=(72, 72), exif=exif())
    return made.getvalue()


def jpeg(
    size: tuple[int, int] = (60, 24), *, progressive: bool = False, mode: str = "RGB"
) -> bytes:
    """A JPEG with a camera, a place and a comment in it, and something after its end."""
    made = BytesIO()
    picture = Image.effect_noise(size, 80).convert(mode)
    picture.save(
        made, "JPEG", exif=exif(), comment=b"PHOTO OF the surgery", progressive=progressive
    )
    return made.getvalue() + b"PHOTO OF somebody"


def exif() -> Image.Exif:
    """What a camera tells of itself, and of where it was."""
    told = Image.Exif()
    told[0x010F], told[0x013B] = "Canon", "Jo Wren"
    told.get_ifd(0x8825)[1] = "GPS N"
    return told


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (png(), "png"),
        (png(mode="P"), "png"),
        (jpeg(), "jpeg"),
        (jpeg(progressive=True), "jpeg"),
        (jpeg(mode="CMYK"), "jpeg"),
    ],
)
def test_a_picture_is_kept_as_it_looks_without_what_its_file_tells(
    content: bytes, kind: str
) -> None:
    found = read_logo(content)
    assert (found.kind, found.wide, found.high) == (kind, 60, 24)
    assert not any(secret in found.content for secret in SECRETS)
    before, after = (Image.open(BytesIO(each)) for each in (content, found.content))
    assert list(after.convert("RGBA").tobytes()) == list(before.convert("RGBA").tobytes())
    assert not after.getexif()
    assert read_logo(found.content).content == found.content


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "must be a picture in PNG or JPEG"),
        (b"GIF89a", "must be a picture in PNG or JPEG"),
        (b"<svg/>", "must be a picture in PNG or JPEG"),
        (png()[:-20], "damaged"),
        (png().replace(b"IDAT", b"IDAX"), "damaged"),
        (jpeg()[:200], "damaged"),
        (b"\xff\xd8\xff\xd9", "damaged"),
        (png((8, 40)), "8 by 40 pixels"),
        (png((4_001, 20)), "4,001 by 20 pixels"),
        (b"\x89PNG\r\n\x1a\n" + bytes(MOST_BYTES), "larger than 1 MB"),
    ],
)
def test_what_cannot_be_the_logo_is_refused_in_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        read_logo(content)


@given(st.sampled_from([png(), jpeg(), jpeg(progressive=True)]), st.data())
def test_a_damaged_picture_is_refused_or_whole_and_never_a_fault(
    content: bytes, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(content) - 1))
    torn = content[:at] + data.draw(st.binary(max_size=4)) + content[at + 1 :]
    try:
        found = read_logo(torn)
    except Refusal:
        return
    assert 16 <= found.wide <= 4_000
    assert len(found.content) <= len(torn) + 20


def test_a_chunk_that_says_it_is_longer_than_the_file_is_refused() -> None:
    name = b"IHDR"
    torn = b"\x89PNG\r\n\x1a\n" + b"\x7f\xff\xff\xff" + name + crc32(name).to_bytes(4)
    with pytest.raises(Refusal, match="damaged"):
        read_logo(torn)


@given(st.text(max_size=300))
def test_words_for_the_logo_have_five_to_two_hundred_characters(words: str) -> None:
    plain = " ".join(words.split())
    if 5 <= len(plain) <= 200:
        assert read_words(f"  {words} ") == plain
    else:
        with pytest.raises(Refusal, match="Say in 5 to 200 characters"):
            read_words(words)
