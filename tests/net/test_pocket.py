"""What is left in each legal form: by hand on small books, and properties on random ones."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.assumptions import Assumptions, pulled, to
from reporter.errors import BilanError
from reporter.law import assimilated, self_employed
from reporter.law.income_tax import deducted, income_tax
from reporter.metrics import by_year
from reporter.model import ZERO, Activity, Day, Expense, Fee
from reporter.net.company import voted
from reporter.net.declarations import crossed, declarations
from reporter.net.forms import Refused, compared, net
from reporter.net.goals import sought
from reporter.net.net import Net
from reporter.net.price import prices
from reporter.scenarios.applying import apply
from reporter.scenarios.case import Case, real_case
from reporter.settings.status import Micro, Pocket, Status
from reporter.slips import Slip
from reporter.tables import statuses
from reporter.toml.reading import parse
from tests.builders import activity, day, expense, fee

ALL: tuple[Status, ...] = ("sasu", "eurl-is", "eurl-ir", "ei", "micro")


def case(*lines: Day | Fee | Expense, settings: str, number: int = 2026) -> Case:
    return real_case(activity(*lines), parse(settings), number)


def sold(amount: str = "60000", when: str = "2026-06-30", paid: str | None = "2026-06-30") -> Fee:
    return fee(when, amount, paid=date.fromisoformat(paid) if paid else None)


def left(*lines: Day | Fee | Expense, settings: str, number: int = 2026) -> Net:
    made = case(*lines, settings=settings, number=number)
    return net(made, made.settings.pocket)


def test_a_sole_trader_by_hand() -> None:
    """60 000 less 5 000 of rent: contributions of 55 000, income tax of what is left."""
    found = left(sold(), expense("2026-01-31", "5000", "Loyer"), settings='societe.statut = "ei"')
    owed = self_employed.contributions(Decimal(55_000), 2026)
    taxable = 55_000 - owed.total + owed.undeductible
    tax = income_tax(taxable, 2026)
    assert {step.key: step.amount for step in found.steps} == {
        "charges": -5_000,
        "depreciation": 0,
        "contributions": -owed.total,
        "income_tax": -tax,
    }
    assert found.pocket == 55_000 - owed.total - tax
    assert (found.taxed.taxable, found.taxed.marginal) == (taxable, Decimal("0.30"))
    assert not found.from_books


def test_what_a_sole_trader_took_is_no_charge_and_contributions_paid_win() -> None:
    lines = (
        sold(),
        expense("2026-01-31", "20000", "Rémunération"),
        expense("2026-01-31", "9000", "Cotisations sociales"),
    )
    found = left(*lines, settings='societe.statut = "eurl-ir"')
    assert found.figures.result == 31_000
    assert found.of("charges") == 0
    assert found.of("contributions") == 9_000
    assert found.from_books
    made = case(*lines, settings='societe.statut = "eurl-ir"')
    imagined = net(made, made.settings.pocket, estimated=True)
    assert imagined.of("contributions") == self_employed.contributions(Decimal(60_000), 2026).total


@pytest.mark.parametrize("status", ["ei", "eurl-ir", "micro"])
def test_a_mutuelle_alone_is_not_all_that_is_owed(status: str) -> None:
    """It stays a charge; what the law makes the owner pay is estimated, and said to be."""
    told = f'societe.statut = "{status}"'
    bare, cover = left(sold(), settings=told), expense("2026-01-31", "768", "Mutuelle santé")
    found = left(sold(), cover, settings=told)
    assert (found.of("charges"), found.from_books) == (768, False)
    owed = self_employed.contributions(Decimal(60_000 - 768), 2026).total
    assert found.of("contributions") == (bare.of("contributions") if status == "micro" else owed)


@pytest.mark.parametrize("status", ["ei", "eurl-ir", "micro"])
def test_contributions_paid_in_the_books_win_over_those_of_the_law(status: Status) -> None:
    """What is spent and what is paid of it: the law is asked only where the year is imagined."""
    rent, paid = expense("2026-01-31", "5000", "Loyer"), "9000"
    lines = (sold("40000"), rent, expense("2026-01-31", paid, "Cotisations sociales"))
    made = case(*lines, settings=f'societe.statut = "{status}"')
    found = net(made, made.settings.pocket)
    assert (found.from_books, found.contributions) == (True, ())
    assert (found.spent, found.pay, found.of("contributions")) == (35_000, 26_000, 9_000)
    imagined = net(made, made.settings.pocket, estimated=True)
    assert not imagined.from_books
    owed = sum(amount for _, amount in imagined.contributions)
    assert owed == imagined.of("contributions") != 9_000
    assert (imagined.spent, imagined.pay) == (35_000, 35_000 - owed)
    if status != "micro":
        law = self_employed.contributions(Decimal(35_000), 2026)
        assert found.taxed.taxable == 26_000 + law.undeductible
        assert imagined.contributions == law.lines


def test_a_president_by_hand() -> None:
    """The books hold gross pay and the company's share: the president's own is estimated."""
    settings = 'societe.statut = "sasu"\n[net]\nsalaire = "brute"\ndividendes = "100 %"'
    lines = (
        sold(),
        expense("2026-01-31", "24000", "Rémunération"),
        expense("2026-01-31", "10000", "Cotisations"),
    )
    found = left(*lines, settings=settings)
    paid = assimilated.pay(Decimal(24_000), 2026, employer=Decimal(10_000))
    profit = 26_000 - 3_900
    assert found.figures.result == profit
    assert found.of("contributions") == 10_000 + paid.employee
    assert found.dividends == profit
    assert found.of("levies") == profit * Decimal("0.186")
    assert found.of("flat_tax") == profit * Decimal("0.128")
    tax = income_tax(deducted(paid.taxable, 2026), 2026)
    assert found.of("income_tax") == tax
    assert found.pocket == paid.net + profit * (1 - Decimal("0.314")) - tax


def test_a_president_whose_pay_is_net_is_taxed_on_more_than_is_received() -> None:
    """The books hold net pay and all contributions: what is taxed of them is found by the cost."""
    settings = 'societe.statut = "sasu"\n[net]\nsalaire = "nette"'
    lines = (
        sold(),
        expense("2026-01-31", "24000", "Rémunération"),
        expense("2026-01-31", "18000", "Cotisations"),
    )
    found = left(*lines, settings=settings)
    paid = assimilated.pay_costing(Decimal(42_000), 2026)
    taxable = 24_000 + paid.taxable - paid.net
    assert taxable > 24_000
    assert found.taxed.taxable == deducted(taxable, 2026)
    assert found.of("contributions") == 18_000
    assert found.pocket == 24_000 - income_tax(deducted(taxable, 2026), 2026)


def test_slips_that_tell_all_the_pay_need_no_setting() -> None:
    slip = Slip(gross=Decimal(30_000), employee=Decimal(6_600), employer=Decimal(12_400))
    paid = expense("2026-01-31", "42400", "Bulletins", slip=slip)
    found = left(sold(), paid, settings='societe.statut = "sasu"')
    assert found.by_slips
    assert (found.pay, found.spent) == (23_400, 42_400)
    other = expense("2026-02-28", "1000", "Rémunération")
    with pytest.raises(BilanError, match="le salaire brut ou le net versé"):
        left(sold(), paid, other, settings='societe.statut = "sasu"')
    imagined = left(sold(), paid, settings='societe.statut = "sasu"\nnet.remuneration = 20000')
    assert not imagined.by_slips
    assert imagined.figures.charges == imagined.spent == 20_000


def test_the_contributions_of_an_imagined_pay_are_those_of_both_shares() -> None:
    found = left(sold(), settings='societe.statut = "sasu"\nnet.remuneration = 30000')
    shares = [amount for _, amount in found.contributions]
    assert len(shares) == 2
    assert all(share > 0 for share in shares)
    assert sum(shares) == 30_000 - found.pay == found.of("contributions")
    for told in ("", "\nnet.remuneration = 0"):
        unpaid = left(sold(), settings=f'societe.statut = "sasu"{told}')
        assert (unpaid.pay, unpaid.spent, unpaid.contributions) == (0, 0, ())
        assert not unpaid.by_slips
        assert not unpaid.from_books


def test_a_pay_that_is_given_is_that_of_each_company() -> None:
    made = case(sold(), settings='societe.statut = "sasu"\nnet.remuneration = 30000')
    own, other = compared(made, ["sasu", "eurl-is"], made.settings.pocket._replace(capital=ZERO))
    assert isinstance(own, Net)
    assert isinstance(other, Net)
    assert own.spent == other.spent == 30_000


def test_dividends_of_2024_are_paid_in_2025_and_those_of_2025_in_2026() -> None:
    """The rate is that of the day of payment, after the closing."""
    settings = 'societe.statut = "sasu"\nnet.dividendes = "100 %"'
    for year, rate in ((2024, "0.172"), (2025, "0.186")):
        found = left(sold(when=f"{year}-06-30"), settings=settings, number=year)
        assert found.of("levies") == (found.dividends * Decimal(rate)).quantize(Decimal("0.01"))


@pytest.mark.parametrize(
    ("closing", "paid"),
    [
        (date(2025, 12, 31), date(2026, 6, 30)),
        (date(2025, 6, 30), date(2025, 12, 31)),
        (date(2025, 8, 31), date(2026, 2, 28)),
    ],
)
def test_dividends_are_voted_six_months_after_the_closing(closing: date, paid: date) -> None:
    assert voted(closing) == paid


def test_dividends_by_the_scale_add_to_the_income() -> None:
    flat = 'societe.statut = "sasu"\n[net]\ndividendes = "100 %"\nautres_revenus = 20000\n'
    found = left(sold(), settings=f"{flat}dividendes_au_bareme = true")
    base = found.dividends * Decimal("0.6") - found.dividends * Decimal("0.068")
    assert found.of("flat_tax") == 0
    assert abs(found.taxed.taxable - 20_000 - base) < Decimal("0.01")
    tax = income_tax(found.taxed.taxable, 2026) - income_tax(Decimal(20_000), 2026)
    assert found.of("income_tax") == tax


def test_dividends_of_an_eurl_above_a_tenth_of_the_capital_bear_contributions() -> None:
    settings = 'societe.statut = "eurl-is"\n[net]\nremuneration = 30000\ndividendes = "100 %"\n'
    with pytest.raises(BilanError, match="capital"):
        left(sold(), settings=settings)
    found = left(sold(), settings=f"{settings}capital = 10000")
    above = found.dividends - 1_000
    both = self_employed.contributions(30_000 + above, 2026).total
    assert found.of("contributions") == both
    assert found.of("levies") == 186
    assert found.of("flat_tax") == (found.dividends * Decimal("0.128")).quantize(Decimal("0.01"))


def test_a_micro_entrepreneur_by_hand_over_a_change_of_rate() -> None:
    """3 000 received in June 2024 and 3 000 in July: 21.1 %, then 23.1 %."""
    settings = 'societe.statut = "micro"'
    lines = (
        sold("3000", "2024-05-31", "2024-06-30"),
        sold("3000", "2024-06-15", "2024-07-01"),
        expense("2024-02-01", "900", "Matériel", lifetime=Decimal(3)),
    )
    found = left(*lines, settings=settings, number=2024)
    assert found.of("contributions") == 633 + 693 + 12
    assert found.of("charges") == 900
    assert found.of("depreciation") == found.figures.depreciation == 0
    assert found.taxed.taxable == 6_000 * Decimal("0.66")
    assert found.pocket == 6_000 - 900 - 1_338


def test_in_micro_all_expenses_change_with_the_charges() -> None:
    lines = (sold(), expense("2026-02-01", "900", "Matériel", lifetime=Decimal(3)))
    made = case(*lines, settings='societe.statut = "micro"')
    assert apply(made, Assumptions(charges=to(Decimal(600)))).figures.charges == 600


def test_the_liberatory_payment_takes_the_place_of_the_scale() -> None:
    settings = 'societe.statut = "micro"\n[micro]\nversement_liberatoire = true\nactivite = "bic"'
    found = left(sold("50000"), settings=settings)
    assert found.of("liberatory") == 850
    assert found.of("income_tax") == 0


def test_what_is_not_paid_is_not_received() -> None:
    settings = 'societe.statut = "micro"'
    lines = activity(sold("100"), sold("70", paid=None), sold("30", "2025-12-31", "2026-01-05"))
    years = by_year(lines, parse(settings))
    assert {year: sum(line.amount for line in years[year].sales) for year in years} == {2026: 130}
    by_invoice = parse(f'{settings}\nmicro.dates = "facture"')
    assert sorted(by_year(lines, by_invoice)) == [2025, 2026]


def test_only_the_years_of_a_micro_go_by_receipt() -> None:
    settings = parse('societe.statut = "sasu"\n[exercice.2026]\nstatut = "micro"')
    lines = activity(
        sold("100", "2025-12-31", "2026-01-05"), sold("30", "2026-12-31", "2027-01-05")
    )
    years = by_year(lines, settings)
    assert {year: len(years[year].fees) for year in years} == {2025: 1, 2027: 1}


@pytest.mark.parametrize(
    ("lines", "settings", "said"),
    [
        ((), "", "statut juridique non donné"),
        (("Rémunération",), 'societe.statut = "sasu"', "aucune cotisation"),
        (("Cotisations",), 'societe.statut = "sasu"', "aucune rémunération"),
        (("Rémunération", "Cotisations"), 'societe.statut = "sasu"', "salaire = "),
        ((), 'societe.statut = "eurl-is"', "aucune rémunération"),
    ],
)
def test_what_the_books_do_not_tell_is_refused_with_what_to_write(
    lines: tuple[str, ...], settings: str, said: str
) -> None:
    paid = [expense("2026-01-31", "1000", category) for category in lines]
    with pytest.raises(BilanError, match=said):
        left(sold(), *paid, settings=settings)


@pytest.mark.parametrize("status", ["ei", "sasu"])
def test_a_year_that_is_not_of_twelve_months_is_refused(status: Status) -> None:
    settings = f'societe.statut = "{status}"\n[exercice.2026]\ndebut = 2026-04-01\nfin = 2026-12-31'
    with pytest.raises(BilanError, match=r"de 9 mois.*bilan show 2026 » en dit le résultat"):
        left(sold(), settings=settings)


def test_the_law_before_2025_is_refused_for_the_self_employed_alone() -> None:
    lines = (sold("60000", "2024-06-30"),)
    made = case(*lines, settings='societe.statut = "sasu"', number=2024)
    found = compared(made, ALL, Pocket())
    refused = {one.status: one.reason for one in found if isinstance(one, Refused)}
    assert set(refused) == {"eurl-is", "eurl-ir", "ei"}
    assert all("de 2024 : la règle d’avant 2025" in reason for reason in refused.values())
    assert all("« bilan show 2024 »" in reason for reason in refused.values())


def test_micro_is_refused_above_its_ceiling_alone() -> None:
    made = case(sold("83600"), settings='societe.statut = "ei"')
    (below,) = compared(made, ["micro"], Pocket())
    assert isinstance(below, Net)
    above = case(sold("83600.01"), settings='societe.statut = "ei"')
    (refused,) = compared(above, ["micro"], Pocket())
    assert isinstance(refused, Refused)
    assert "83" in refused.reason


amounts = st.decimals("0", "60000", places=2)
random_lines = st.tuples(
    st.decimals("1000", "200000", places=2),
    amounts,
    amounts,
    amounts,
    st.sampled_from([None, Decimal(3)]),
)


def random_case(drawn: tuple[Decimal, ...], status: Status, extra: str = "") -> Case:
    sales, pay, contributions, bought, lifetime = drawn
    lines = activity(
        day("2026-05-31", "100", "1", paid=date(2026, 5, 31)),
        fee("2026-06-30", str(sales), paid=date(2026, 6, 30)),
        expense("2026-01-31", str(pay + 1), "Rémunération"),
        expense("2026-01-31", str(contributions + 1), "Cotisations"),
        expense("2026-02-01", str(bought + 1), "Matériel informatique", lifetime=lifetime),
    )
    settings = f'societe.statut = "{status}"\n[net]\nsalaire = "nette"\ncapital = 5000\n{extra}'
    return real_case(lines, parse(settings), 2026)


@given(drawn=random_lines, status=st.sampled_from(ALL), shared=st.integers(0, 100))
def test_nothing_is_lost_between_the_revenue_and_the_pocket(
    drawn: tuple[Decimal, ...], status: Status, shared: int
) -> None:
    """What the owner receives, what is levied, kept and spent make the revenue, to the cent."""
    made = random_case(drawn, status, f'dividendes = "{shared} %"')
    found = net(made, made.settings.pocket)
    spent = found.of("charges") + found.of("depreciation") + found.of("adjustment")
    assert found.pocket + found.levied + found.kept + spent == made.figures.revenue
    received = found.pay + found.dividends - found.pocket
    taxes = sum(found.of(key) for key in ("levies", "flat_tax", "liberatory", "income_tax"))
    on_dividends = found.spent - found.pay - found.of("contributions")
    assert received == taxes - on_dividends


def test_a_company_spends_on_its_owner_what_the_real_one_does_or_all_it_can() -> None:
    """Contributions in the books of a sole trader are part of what a company could spend."""
    pay = expense("2026-01-31", "24000", "Rémunération")
    owed = expense("2026-01-31", "9000", "Cotisations sociales")
    rent = expense("2026-01-31", "5000", "Loyer")
    real = case(sold(), pay, owed, rent, settings='societe.statut = "sasu"\nnet.salaire = "nette"')
    (found,) = compared(real, ["eurl-is"], real.settings.pocket)
    assert isinstance(found, Net)
    assert found.spent == 33_000
    alone = case(sold(), owed, rent, settings='societe.statut = "ei"')
    (found,) = compared(alone, ["eurl-is"], alone.settings.pocket)
    assert isinstance(found, Net)
    assert found.spent == 55_000
    poor = case(rent, settings='societe.statut = "ei"')
    (found,) = compared(poor, ["sasu"], poor.settings.pocket)
    assert isinstance(found, Net)
    assert (found.spent, found.pay) == (0, 0)


def test_an_imagined_manager_is_taxed_on_what_is_not_deducted_too() -> None:
    settings = 'societe.statut = "eurl-is"\n[net]\nremuneration = 30000'
    owed = self_employed.contributions(Decimal(30_000), 2026)
    found = left(sold(), settings=settings)
    assert owed.undeductible > 0
    assert found.pay == 30_000 - owed.total
    assert found.taxed.taxable == deducted(found.pay + owed.undeductible, 2026)
    assert found.contributions == owed.lines


@given(drawn=random_lines, status=st.sampled_from(ALL))
def test_compared_with_itself_a_form_gives_the_reported_year_to_the_cent(
    drawn: tuple[Decimal, ...], status: Status
) -> None:
    made = random_case(drawn, status)
    results = compared(made, ALL, made.settings.pocket)
    own = next(one for one in results if one.status == status)
    assert isinstance(own, Net)
    assert own == net(made, made.settings.pocket)
    assert own.figures == made.figures


@given(drawn=random_lines, status=st.sampled_from(ALL), other=st.sampled_from(ALL))
def test_other_forms_have_the_same_clients_and_charges(
    drawn: tuple[Decimal, ...], status: Status, other: Status
) -> None:
    made = random_case(drawn, status)
    own, imagined = (
        net(made, made.settings.pocket),
        compared(made, [other], made.settings.pocket)[0],
    )
    if isinstance(imagined, Refused):
        assert other == "micro"
        return
    assert imagined.figures.revenue == own.figures.revenue
    if "micro" not in {status, other}:
        assert imagined.of("charges") == own.of("charges")
        assert imagined.of("depreciation") == own.of("depreciation")


@given(aim=st.integers(5_000, 60_000), status=st.sampled_from(ALL))
def test_the_tjm_found_leaves_the_amount_and_one_cent_less_does_not(
    aim: int, status: Status
) -> None:
    lines = (day("2026-05-31", "150", "400", paid=date(2026, 5, 31)),)
    pocket = Pocket(shared=Decimal(1), spent=Decimal(10_000), capital=Decimal(1))
    made = real_case(activity(*lines), parse(f'societe.statut = "{status}"'), 2026)
    nothing = net(apply(made, pulled(Assumptions(), "rate", ZERO)), pocket, estimated=True)
    if nothing.pocket > aim:
        with pytest.raises(BilanError, match="sans aucun TJM"):
            sought(made, Assumptions(), pocket, Decimal(aim), "rate")
        return
    found = sought(made, Assumptions(), pocket, Decimal(aim), "rate")
    assert aim <= found.left.pocket <= aim + 60
    there = apply(made, pulled(Assumptions(), "rate", found.value))
    assert net(there, pocket, estimated=True) == found.left
    less = apply(made, pulled(Assumptions(), "rate", found.value - Decimal("0.01")))
    assert net(less, pocket, estimated=True).pocket < aim


def test_the_pay_found_leaves_the_amount() -> None:
    made = case(sold(), settings='societe.statut = "sasu"')
    found = sought(made, Assumptions(), Pocket(), Decimal(24_000), "spent")
    assert 24_000 <= found.left.pocket < 24_002
    less = net(made, Pocket()._replace(spent=found.value - 1))
    assert less.pocket < 24_000
    with pytest.raises(BilanError, match="plus que ce dont dispose") as refused:
        sought(made, Assumptions(), Pocket(), Decimal(60_000), "spent")
    assert "(60\u202f000\xa0€)" in str(refused.value)
    with pytest.raises(BilanError, match="aucune valeur ne laisse"):
        sought(made, Assumptions(), Pocket(), Decimal(10**9), "spent")
    worked = case(day("2026-05-31", "100", "500"), settings='societe.statut = "ei"')
    with pytest.raises(BilanError, match="aucune valeur ne laisse"):
        sought(worked, Assumptions(), Pocket(), Decimal(10**12), "rate")
    kept = case(day("2026-05-31", "100", "500"), settings='societe.statut = "sasu"')
    with pytest.raises(BilanError, match="ne dépend pas du TJM"):
        sought(kept, Assumptions(), Pocket(), Decimal(1_000), "rate")
    alone = case(sold(), settings='societe.statut = "ei"')
    with pytest.raises(BilanError, match="--par tjm"):
        sought(alone, Assumptions(), Pocket(), Decimal(1_000), "spent")


def test_the_price_of_a_day() -> None:
    lines = (day("2026-05-31", "100", "500", paid=date(2026, 5, 31)),)
    micro = real_case(activity(*lines), parse('societe.statut = "micro"'), 2026)
    found = {effect.what: effect for effect in prices(micro, Pocket())}
    assert set(found) == {"day", "rate", "laptop"}
    assert found["day"].revenue == 500
    assert found["rate"].revenue == 1_000
    assert found["laptop"].pocket == -1_200
    assert 0 < found["day"].pocket < 500
    company = real_case(activity(*lines), parse('societe.statut = "sasu"'), 2026)
    kept = {effect.what: effect for effect in prices(company, Pocket(spent=Decimal(20_000)))}
    assert kept["day"].pocket == 0
    assert kept["day"].kept == 425
    assert kept["laptop"].kept == -340  # 400 of depreciation a year, less 15 % of IS
    assert kept["pay"].kept == -850
    assert kept["pay"].pocket > 0


def test_a_ceiling_is_crossed_above_it_on_the_day_it_is() -> None:
    sales = (
        sold("60", paid=None),
        sold("40", "2026-02-01", None),
        sold("0.01", "2026-09-01", None),
    )
    assert crossed(sales, Decimal(100)) == date(2026, 9, 1)
    assert crossed(sales[:2], Decimal(100)) is None
    assert crossed(sales, Decimal(99)) == date(2026, 6, 30)


@pytest.mark.parametrize(
    ("pace", "founded", "first", "many"),
    [
        ("mois", "2026-05-04", (5, 5), 8),
        ("trimestre", "2026-05-04", (4, 6), 3),
        ("trimestre", "2026-03-31", (1, 3), 4),
        ("mois", "2019-05-04", (1, 1), 12),
    ],
)
def test_nothing_is_declared_of_before_the_first_day(
    pace: str, founded: str, first: tuple[int, int], many: int
) -> None:
    said = f'micro.declaration = "{pace}"\n[societe]\ncreation = {founded}'
    settings = parse(said)
    sold_once = activity(sold("1000", "2026-11-30"))
    found = declarations(sold_once, settings.micro, settings.year(2026), settings.founded)
    assert (found[0].start.month, found[0].end.month, len(found)) == (*first, many)


def test_a_quarter_and_a_first_year_are_declared() -> None:
    """A year that begins in February declares two months, then whole quarters."""
    rules = parse('micro.declaration = "trimestre"').micro
    year = parse("[exercice.2026]\ndebut = 2026-02-10\nfin = 2026-12-31").year(2026)
    found = declarations(activity(sold("1000.50", "2026-03-31")), rules, year)
    assert [(one.start, one.end) for one in found] == [
        (date(2026, 2, 10), date(2026, 3, 31)),
        (date(2026, 4, 1), date(2026, 6, 30)),
        (date(2026, 7, 1), date(2026, 9, 30)),
        (date(2026, 10, 1), date(2026, 12, 31)),
    ]
    first = found[0]
    assert (first.received, first.social, first.training) == (1_001, 256, 2)
    assert first.due == date(2026, 4, 30)


def test_no_line_at_all_is_a_year_that_does_not_exist() -> None:
    with pytest.raises(BilanError):
        real_case(Activity(), parse('societe.statut = "ei"'), 2026)


def test_what_was_sold_has_its_step() -> None:
    """1 500 euros of which 1 000 are left on 31 December, sold for 400: 600 are lost."""
    thing = expense(
        "2026-01-01",
        "1500",
        "Matériel",
        lifetime=Decimal(3),
        disposed=date(2026, 12, 31),
        disposal_price=Decimal(400),
    )
    for status in ("ei", "sasu"):
        found = left(sold(), thing, settings=f'societe.statut = "{status}"')
        steps = {step.key: step.amount for step in found.steps}
        assert (steps["depreciation"], steps["disposals"]) == (-500, -600)


def test_what_is_owed_of_a_period_is_the_sum_of_its_contributions_without_the_tax() -> None:
    rules = Micro()._replace(trade="ventes", liberatory=True)
    found = declarations(activity(sold("9000", "2026-03-31")), rules, parse("").year(2026))[2]
    assert min(found.social, found.training, found.chamber, found.liberatory) > 0
    assert found.contributions == found.social + found.training + found.chamber


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('societe.statut = "micro"', True),
        ('societe.statut = "micro"\nmicro.dates = "facture"', False),
        ('[societe]\nstatut = "ei"\nbase = "encaissement"', True),
        ('societe.statut = "ei"', False),
    ],
)
def test_forms_side_by_side_say_that_the_revenue_of_all_is_what_was_received(
    settings: str, said: bool
) -> None:
    one = case(sold(), settings=settings)
    results = compared(one, ("sasu", "ei"), one.settings.pocket)
    note = statuses.common(results, one.settings.pocket, one.settings).note
    assert ("ce qui est encaissé" in note) == said
