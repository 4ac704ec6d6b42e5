package dev.rivulet.success.request;

import dev.rivulet.kit.money.Money;
import java.util.List;
import java.util.UUID;

/**
 * A request that more customers ask for than before.
 *
 * @param accounts how many did not ask for it before
 * @param mrr their monthly recurring revenue as known now, by currency
 */
public record Risen(UUID request, String title, UUID product, long accounts, List<Money> mrr) {}
