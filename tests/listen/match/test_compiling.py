"""A strategy becomes queries that find what concerns the leader, and leave the rest."""

import pytest

from firsthand.listen.match.compiling import compile_strategy
from firsthand.listen.match.misspellings import careless, misspelt
from firsthand.listen.match.parser import parse
from firsthand.listen.match.plain import Heard, wanted
from firsthand.listen.match.writer import write
from firsthand.records.query import About
from firsthand.records.strategy import Community, Company, Strategy, Topic

STRATEGY = Strategy(
    leader="Hélène Darcourt",
    names=("Hélène Darcourt", "Mme Darcourt"),
    handles=("@helene_darcourt",),
    topics=(
        Topic(name="Chauffage", phrases_fr=("chauffage", "#Sobriété"), phrases_en=("heating",)),
    ),
    communities=(Community(name="Maires", handles=("mairie63",), hashtags=("#communes",)),),
    company=Company(name="Orange SA", products=("Livebox", "V2")),
)


def heard(post: Heard | str, strategy: Strategy = STRATEGY) -> list[str]:
    post = Heard(post) if isinstance(post, str) else post
    return [query.name for query in compile_strategy(strategy) if wanted(query.wants, post)]


@pytest.mark.parametrize(
    "text",
    ["Helene Darcourt parle", "@Helene_Darcourt ?", "#HélèneDarcourt", "Hélène Darcour, dommage",
     "mme darcourt", "la PDG d'Orange, Darcourt", "H. Darcourt", "Darcourt Hélène", "hélene d’Arcourt Darcourt, PDG"],
)  # fmt: skip
def test_the_leader_is_found(text: str) -> None:
    assert "leader" in heard(text)


def test_a_family_name_alone_needs_a_companion() -> None:
    assert heard("rue Darcourt à Lyon") == []


def test_a_company_with_an_everyday_name_needs_a_companion() -> None:
    assert "organisation" not in heard("une orange pressée")
    assert "organisation" in heard("Le service client d'Orange ne répond pas")
    assert "organisation" in heard("La Livebox d’orange chauffe")
    assert "organisation" in heard("Bravo aux équipes d'Orange")
    assert "organisation" in heard("Hélène Darcourt dirige Orange")


def test_products_topics_and_communities() -> None:
    assert heard("ma Livebox est en panne") == ["product: Livebox"]
    assert heard("V2 rocket") == []
    assert heard("les chauffages") == ["topic: Chauffage"]
    assert heard("#sobriete") == ["topic: Chauffage"]
    assert heard(Heard("bonjour", author="@Mairie63")) == ["community: Maires"]
    assert heard("réunion #Communes") == ["community: Maires"]


def test_a_common_full_name_needs_a_companion() -> None:
    common = Strategy(leader="Pierre Martin", company=Company(name="Zenvara"))
    assert heard("Pierre Martin a gagné au loto", common) == []
    assert heard("Pierre Martin, patron de Zenvara", common) == ["leader", "organisation"]
    assert heard("Pierre Martin, quand ouvrez-vous l'usine ?", common) == ["leader"]


def test_each_query_has_a_name_a_leader_and_a_text_form() -> None:
    found = compile_strategy(STRATEGY)
    assert len({query.name for query in found}) == len(found) == 7
    assert {query.leader for query in found} == {"Hélène Darcourt"}
    assert found[0].about is About.LEADER
    assert all(parse(write(query.wants)) == query.wants for query in found)


def test_a_strategy_that_says_nothing_gives_no_query() -> None:
    assert compile_strategy(Strategy()) == ()
    odd = Strategy(
        leader="!!", handles=("?",), topics=(Topic(name="x", phrases_fr=("https://a.fr", "«»")),)
    )
    assert compile_strategy(odd) == ()


def test_misspellings() -> None:
    found = misspelt("Dupontel")
    assert {"duponel", "dupnotel", "duppontel", "dupontell"} & set(found) >= {"duponel", "dupnotel"}
    assert "dupontel" not in found
    assert misspelt("Roy") == ()
    assert careless("Orange") == ()
    assert "darcuort" in careless("Darcourt")
