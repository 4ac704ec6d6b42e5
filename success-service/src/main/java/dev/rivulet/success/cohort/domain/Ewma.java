package dev.rivulet.success.cohort.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds a slow drift that no single point shows: an exponentially weighted moving average z = λ·x + (1 − λ)·z before,
 * from the mean on, out of control beyond μ ± L·σ·√(λ/(2 − λ)·(1 − (1 − λ)^2i)).
 *
 * @param lambda the weight of the newest point
 * @param width how many standard deviations are still no drift
 */
public record Ewma(double lambda, double width, double mean, double deviation) {

    /** Of standardised points: λ 0.2, L 2.7. */
    public static final Ewma STANDARD = new Ewma(0.2, 2.7, 0, 1);

    /**
     * A point of the chart.
     *
     * @param drift whether it is out of the limits
     */
    public record Point(double average, double lower, double upper, boolean drift) {}

    public List<Point> chart(double... points) {
        var chart = new ArrayList<Point>();
        var average = mean;
        for (var i = 0; i < points.length; i++) {
            average = lambda * points[i] + (1 - lambda) * average;
            var spread =
                    width * deviation * Math.sqrt(lambda / (2 - lambda) * (1 - Math.pow(1 - lambda, 2.0 * (i + 1))));
            chart.add(new Point(average, mean - spread, mean + spread, Math.abs(average - mean) > spread));
        }
        return chart;
    }
}
