package dev.rivulet.success.touch;

import dev.rivulet.success.touch.domain.Capacity;
import java.math.BigDecimal;

/**
 * A manager's hours a quarter.
 *
 * @param committed to customers
 * @param customers that take any
 */
record ManagerLoad(String manager, Capacity capacity, BigDecimal committed, int customers) {

    /** Negative when more is committed than there is: hours may be cut, customers are not sent away for it. */
    BigDecimal free() {
        return capacity.productiveHours().subtract(committed);
    }
}
