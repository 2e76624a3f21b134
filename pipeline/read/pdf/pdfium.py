"""pdfium's C interface, called without the wrapper's checks: a page has thousands of characters, and each costs four calls."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import cache
from typing import Any

_P, _I = ctypes.c_void_p, ctypes.c_int
_F, _U = ctypes.c_float, ctypes.c_uint
_UL = ctypes.c_ulong
SIGNATURES: dict[str, tuple[Any, ...]] = {
    "FPDFText_CountChars": (_I, _P),
    "FPDFText_GetUnicode": (_U, _P, _I),
    "FPDFText_HasUnicodeMapError": (_I, _P, _I),
    "FPDFText_IsGenerated": (_I, _P, _I),
    "FPDFText_GetLooseCharBox": (_I, _P, _I, _P),
    "FPDFText_GetCharBox": (_I, _P, _I, _P, _P, _P, _P),
    "FPDFText_GetTextObject": (_P, _P, _I),
    "FPDFText_GetFontSize": (ctypes.c_double, _P, _I),
    "FPDFText_GetMatrix": (_I, _P, _I, _P),
    "FPDFText_GetCharOrigin": (_I, _P, _I, _P, _P),
    "FPDFTextObj_GetTextRenderMode": (_I, _P),
    "FPDFTextObj_GetFont": (_P, _P),
    "FPDFFont_GetBaseFontName": (ctypes.c_size_t, _P, _P, ctypes.c_size_t),
    "FPDFFont_GetWeight": (_I, _P),
    "FPDFPage_CountObjects": (_I, _P),
    "FPDFPage_GetObject": (_P, _P, _I),
    "FPDFFormObj_CountObjects": (_I, _P),
    "FPDFFormObj_GetObject": (_P, _P, _UL),
    "FPDFPageObj_GetType": (_I, _P),
    "FPDFPageObj_HasTransparency": (_I, _P),
    "FPDFPageObj_GetMatrix": (_I, _P, _P),
    "FPDFPageObj_GetFillColor": (_I, _P, _P, _P, _P, _P),
    "FPDFPath_GetDrawMode": (_I, _P, _P, _P),
    "FPDFPath_CountSegments": (_I, _P),
    "FPDFPath_GetPathSegment": (_P, _P, _I),
    "FPDFPathSegment_GetType": (_I, _P),
    "FPDFPathSegment_GetPoint": (_I, _P, _P, _P),
    "FPDFPathSegment_GetClose": (_I, _P),
}


@cache
def call(name: str) -> Callable[..., Any]:
    """The C function of this name, taking bare addresses and numbers."""
    import pypdfium2.raw as raw

    address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
    assert address is not None
    result, *arguments = SIGNATURES[name]
    return ctypes.CFUNCTYPE(result, *arguments)(address)


def address(handle: Any) -> int:
    """The bare address of a pypdfium2 object (page, text page)."""
    return int(ctypes.cast(handle.raw, ctypes.c_void_p).value or 0)
