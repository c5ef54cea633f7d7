"""Whole strategies made up by hypothesis."""

from datetime import date, time

from hypothesis import strategies as st

from firsthand.records.strategy import (
    APPROVAL_KINDS,
    ROLES,
    Approval,
    Audience,
    Cadence,
    Community,
    Company,
    CompanyTopic,
    Duty,
    Embargo,
    Expertise,
    KeyMessage,
    Objective,
    PreparedLine,
    QuietPeriod,
    Recurrence,
    RedLine,
    Stance,
    Strategy,
    Topic,
)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.sampled_from(
    ['"""', 'a\n"quoted"', "\\", "\r\n\t", "# no comment", "l'été « ici »", "x\n\n"]
)
names = texts.filter(str.strip)
lists = st.lists(names, max_size=3).map(tuple)
numbers = st.none() | st.floats(min_value=0, allow_infinity=False, allow_nan=False)
maybe_dates = st.none() | st.dates()


@st.composite
def spans(draw: st.DrawFn, *, always: bool = False) -> dict[str, date | None]:
    start, end = sorted((draw(st.dates()), draw(st.dates())))
    if always:
        return {"start": start, "end": end}
    return draw(
        st.sampled_from(
            [{"start": start, "end": end}, {"start": start}, {"end": end}, {}],
        )
    )


def several(one: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(one, max_size=3, unique_by=lambda each: each.name).map(tuple)  # type: ignore[attr-defined]


@st.composite
def quiet_periods(draw: st.DrawFn) -> QuietPeriod:
    return QuietPeriod(
        name=draw(names),
        repeats=draw(st.sampled_from(Recurrence)),
        phrases=draw(lists),
        from_time=draw(st.none() | st.times()),
        to_time=draw(st.none() | st.times().map(lambda at: time(at.hour, at.minute))),
        **draw(spans(always=True)),
    )


@st.composite
def topics(draw: st.DrawFn) -> Topic:
    return Topic(
        name=draw(names),
        stance=draw(st.sampled_from(Stance)),
        says=draw(texts),
        expertise=draw(st.sampled_from(Expertise)),
        phrases_fr=draw(lists),
        phrases_en=draw(lists),
        **draw(spans()),
    )


@st.composite
def embargoes(draw: st.DrawFn) -> Embargo:
    return Embargo(name=draw(names), phrases=draw(lists), **draw(spans()))


red_lines = st.builds(RedLine, name=names, phrases=lists, why=texts)


def key_messages(topic: st.SearchStrategy[str | None]) -> st.SearchStrategy[object]:
    return several(st.builds(KeyMessage, name=names, says=texts, topic=topic, phrases=lists))


def one_of(known: tuple[object, ...]) -> st.SearchStrategy[str | None]:
    return st.sampled_from([None, *(each.name for each in known)])  # type: ignore[attr-defined]


@st.composite
def companies(draw: st.DrawFn) -> Company:
    about = draw(
        several(
            st.builds(
                CompanyTopic, name=names, stance=st.sampled_from(Stance), says=texts, phrases=lists
            )
        )
    )
    return Company(
        name=draw(texts),
        topics=about,
        key_messages=draw(key_messages(one_of(about))),
        embargoes=draw(several(embargoes())),
        quiet_periods=draw(several(quiet_periods())),
        red_lines=draw(several(red_lines)),
        products=draw(lists),
    )


@st.composite
def strategies(draw: st.DrawFn) -> Strategy:
    about = draw(several(topics()))
    known = [each.name for each in about]
    each_once = st.lists(st.sampled_from(known), max_size=2, unique=True) if known else st.just([])
    chosen = each_once.map(tuple)
    return Strategy(
        leader=draw(texts),
        names=draw(lists),
        handles=draw(lists),
        aim=draw(texts),
        objectives=draw(several(st.builds(Objective, name=names, success=texts, by=maybe_dates))),
        audiences=draw(several(st.builds(Audience, name=names, topics=chosen, change=texts))),
        topics=about,
        communities=draw(
            several(
                st.builds(
                    Community,
                    name=names,
                    target=st.booleans(),
                    handles=lists,
                    hashtags=lists,
                    feeds=lists,
                    lists=lists,
                )
            )
        ),
        cadence=draw(st.builds(Cadence, posts_per_week=numbers, why=texts)),
        key_messages=draw(key_messages(one_of(about))),
        embargoes=draw(several(embargoes())),
        quiet_periods=draw(several(quiet_periods())),
        red_lines=draw(several(red_lines)),
        prepared_lines=draw(
            several(st.builds(PreparedLine, name=names, says_fr=texts, says_en=texts, when=texts))
        ),
        duties=draw(
            st.lists(
                st.builds(Duty, name=names, role=st.sampled_from(ROLES), does=texts), max_size=2
            ).map(tuple)
        ),
        approvals=draw(
            st.lists(
                st.builds(
                    Approval,
                    kind=st.sampled_from(APPROVAL_KINDS),
                    roles=st.lists(st.sampled_from(ROLES[:-1]), max_size=2).map(tuple),
                ),
                max_size=2,
            ).map(tuple)
        ),
        own_share=draw(st.none() | st.floats(0, 1)),
        company=draw(companies()),
    )
