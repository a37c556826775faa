#include "stats/wording.h"

const struct wording_rule wording_rules[] = {
    { "the times or values cannot be used (outcomes duplicate_time, bad_time, bad_value, mixed_periods)",
      "No trend was computed: <why>." },
    { "no period has a value", "No period has a value." },
    { "one period has a value", "<What>: <value> in <period>, and one value shows no trend." },
    { "two to four periods have a value, or an interval",
      "<What>: <value> in <period> and <value> in <period>; fewer than five values show no trend." },
    { "the series turned: joinpoint's rate changes its sign, or the last four values or more each lie on the other "
      "side "
      "of the one before than the whole goes, and the values move by a quarter of their range on both sides of the "
      "turn",
      "<What> rose (fell) from <value> in <period> to <value> in <period>, then fell (rose) to <value> in <period>. On "
      "the "
      "whole later values are higher (lower) than earlier ones (p = <p>, n = <n>), but there is no single direction. "
      "(Or: "
      "there is no trend that can be told from chance.)" },
    { "all values are equal", "<What>: the same in every period, <value>." },
    { "mann_kendall's least_p is above alpha",
      "...; values so few or so equal could show no trend (least possible p = <p>)." },
    { "mann_kendall's p is above alpha", "<What>: <value> in <period> and <value> in <period>, with no trend that can "
                                         "be told from chance (p = <p>, n = <n>)." },
    { "the same, and quasi_poisson's interval holds 0",
      "The yearly change lies between <low> and <high> (95% interval)." },
    { "p is at most alpha, theil_sen's slope points the same way and its interval does not hold 0, and from n = 20 on "
      "hamed_rao's p is at most alpha too",
      "<What> rose (fell) from <value> in <period> to <value> in <period>" },
    { "the same, but the last value lies on the other side of the first",
      "<What> tended to rise (fall) between <period> and <period>" },
    { "the same, and quasi_poisson's interval is on the same side of 0",
      ", by about <x>% a year (95% interval <low> to <high>; p = <p>, n = <n>)." },
    { "the same, without such an interval, and theil_sen's is (censored's where some value is only an interval)",
      ", by about <x> a year (95% interval <low> to <high>; p = <p>, n = <n>)." },
    { "p is at most alpha, but hamed_rao's is not", ", but neighbouring periods resemble each other, and allowing for "
                                                    "that the rise (fall) is not clear (p = <p>, n = <n>)." },
    { "p is at most alpha, but theil_sen's interval holds 0",
      ", but so little that the yearly change may be nil (p = <p>, n = <n>)." },
    { "the series is of months or quarters",
      "the same sentences by seasonal_mann_kendall's p; turns and bends are not told." },
    { "there is an exposure", "the pace is of the rate: ', the rate per head by about <x>% a year'." },
    { "some value is an interval: range's verdict is one way and its greatest p at most alpha",
      "...; the rise (fall) is clear whatever the true values of the <k> periods known only as a range." },
    { "some value is an interval: range's least p is above alpha",
      ", with no trend that can be told from chance, whatever the true values of the <k> periods known only as a range "
      "(p = <p> or more, n = <n>)." },
    { "some value is an interval, and neither holds", "; whether there is a trend depends on the true values of the "
                                                      "<k> periods known only as a range: it may have risen "
                                                      "or fallen (or: later values are the higher ones in any case, "
                                                      "but chance may do as much) (p = <p> to <p>, n = <n>)." },
    { "joinpoint finds one or two, the rates on both sides have intervals that do not overlap, no value is only an "
      "interval, and hamed_rao's variance_factor is at most 1.5",
      "A trend with a bend in <period> fits better: <x>% a year before, <x>% after." },
    { "periods are missing", "<k> periods in between are missing." },
    { "some count is under 10", "<k> of <n> counts are under 10: single periods say little." },
    { "rows were not used", "<k> rows were not used (part of a period, forecast or total over many years)." },
    { "the series is split by a change of definition", "From <period> to <period>: ... The parts are not compared: the "
                                                       "definition changed between them." },
};
const size_t n_wording_rules = sizeof wording_rules / sizeof *wording_rules;
