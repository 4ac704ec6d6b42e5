package dev.rivulet.subscription.lifecycle;

import dev.rivulet.subscription.billing.ChargeView;
import dev.rivulet.subscription.billing.InvoiceView;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a payer is going to be invoiced if nothing is decided meanwhile; usage counts as far as it is known.
 *
 * @param until the last day looked at, in the account's zone
 * @param pending charges that still wait for an invoice then
 */
@Schema(name = "Forecast")
public record Forecast(
        @Schema(examples = "2026-07-15") LocalDate until, List<InvoiceView> invoices, List<ChargeView> pending) {}
