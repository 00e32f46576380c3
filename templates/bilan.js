{
  const form = document.getElementById("essai");
  const [rate, days] = form.querySelectorAll("input");
  const [atRate, forDays, revenue, gap] = form.querySelectorAll("output");
  const own = form.dataset;
  const number = (value, options) => new Intl.NumberFormat("fr-FR", options).format(value).replace("-", "−");
  const euros = (value, sign) => number(value, { maximumFractionDigits: 0, signDisplay: sign }) + "\u00a0€";
  const show = () => {
    const more = rate.value * (+own.jours + +days.value) + days.value * own.tjm;
    atRate.value = euros(+own.tjm + +rate.value, "auto");
    forDays.value = number(+own.jours + +days.value, { maximumFractionDigits: 2 });
    revenue.value = euros(+own.ca + more, "auto");
    gap.value = euros(more, "exceptZero");
    rate.setAttribute("aria-valuetext", atRate.value);
    days.setAttribute("aria-valuetext", forDays.value);
  };
  form.addEventListener("input", show);
  form.addEventListener("reset", () => setTimeout(show));
  form.hidden = false;
}
