package dev.rivulet.success.survey.domain;

import dev.rivulet.success.figure.domain.Share;

/** Customer Effort Score of answers from 1 to 7, higher is easier: their mean, and the share of 5 to 7. */
public record Effort(Tally tally) {

    private static final int EASY_FROM = 5;
    private static final int EASIEST = 7;

    public long n() {
        return tally.n();
    }

    public double mean() {
        return (double) tally.sum() / n();
    }

    public Share easy() {
        return new Share(tally.between(EASY_FROM, EASIEST), n());
    }

    /**
     * Half the width of the mean's interval: quantile · s / √n with the sample's standard deviation s (n − 1 below).
     *
     * @param quantile of Student's t with n − 1 degrees of freedom
     */
    public double halfWidth(double quantile) {
        if (n() < 2) {
            throw new IllegalArgumentException("no deviation of " + n() + " answers");
        }
        var n = (double) n();
        var squares = Math.max(0, tally.sumOfSquares() - tally.sum() * (tally.sum() / n));
        return quantile * Math.sqrt(squares / (n - 1) / n);
    }
}
