package dev.rivulet.kit.price;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A share of an amount of money reported under a metric (payments taken, say), and a fee for each event that made it
 * up. The free amount and the free events are taken off each on its own.
 *
 * @param percent 1.3 for 1.3 %
 * @param feePerEvent in major units
 */
public record PercentagePrice(
        String metric, BigDecimal percent, BigDecimal feePerEvent, long freeEvents, BigDecimal freeAmount)
        implements PriceModel {

    @Override
    public List<Step> rate(BigDecimal quantity, long events) {
        var steps = new ArrayList<Step>();
        var charged = quantity.subtract(freeAmount).max(BigDecimal.ZERO);
        steps.add(Step.of(1, charged, percent.movePointLeft(2)));
        if (feePerEvent.signum() > 0) {
            steps.add(Step.of(1, BigDecimal.valueOf(Math.max(0, events - freeEvents)), feePerEvent));
        }
        return List.copyOf(steps);
    }
}
