"""Step 1, read: the keys that authors write, so that a colon in prose can be told from a key."""

from __future__ import annotations

import re

WORDS = """
about accent across address after agenda agendas all alt anonymous arrow ask audience authors bands before beside
between bind blank_pages blocks body body_line both boxes break break_before bring byline called cells chart checklist
choose chosen citation cities colour columns contact container contents copier copies copyright count country cover
csv date day days debrief diagram dimensions do doi doors each editions empty_rows end end_line evidence exhibit
exhibits expect facilitator facts feedback fields finding from gist group_by groups headcount heading headings high
hint hosts id ids if_early if_long if_short images ink invitation invitations items join journal keep keep_with_next key kind
label language least led_by letters licence likert lines link links look_for looks_like low lunch mark marks materials
minutes mix mode most move moves name named natural network nodes norms not note notes number numbered occasion on options
outcomes outline packet packets page_budget pages pairs paper paraphrase parts passcode password per picture
picture_alt place points portrait portraits powerful_question practical practices private prompt prompts protocols
publisher punch purpose quadrant question quote rating reading readings repeat rest reverse rights role roles room
rooms rotate rotation round rounds rows rubric rule say scale score scored session shared sheet shows sides silent
size sketch slides source sources space stages stack stand staple start starts statements stations stay steps story strands
stretch subtitle supply table table_size tags target team tenet tenets text thanks theme then then_say tiles times
times_shown timezone title to tool topic tracks turn type unit up url uses value venue voices walk_ins watch_for week
weeks what who whole wifi with words worksheet worksheets year badges room_paper labels provider width height down left
column_gap row_gap top
"""
KNOWN = frozenset(WORDS.split())
FREE = frozenset(
    {
        "cells", "cities", "join", "letters", "named", "nodes", "roles", "rooms",
        "stages", "stations", "wifi", "words",
    }
)  # fmt: skip
"""Keys below which authors choose the keys themselves."""


def is_known(key: str) -> bool:
    """Whether this is a key of the language, also when it is typed with a capital letter."""
    return key.strip("\"'").lower() in KNOWN


def looks_like_key(key: str) -> bool:
    """Whether a person may have meant a key: a known one, or one small word such as `spce`."""
    return is_known(key) or re.fullmatch(r"[a-z][a-z_]*", key) is not None
