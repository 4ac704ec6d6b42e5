package dev.rivulet.subscription.bank.domain;

import java.util.List;

/**
 * What was read of a statement.
 *
 * @param credits money that came in
 * @param debits how many entries tell of money that went out, which is not ours to match
 */
public record Statement(List<Entry> credits, int debits) {}
