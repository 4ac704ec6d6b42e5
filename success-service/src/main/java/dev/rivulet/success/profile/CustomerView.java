package dev.rivulet.success.profile;

import dev.rivulet.kit.money.Money;
import dev.rivulet.success.care.CareView;
import dev.rivulet.success.contact.ContactView;
import dev.rivulet.success.customer.SubscriptionView;
import dev.rivulet.success.customer.domain.CustomerStatus;
import dev.rivulet.success.deal.DealView;
import dev.rivulet.success.feedback.FeedbackView;
import dev.rivulet.success.payment.InvoiceView;
import dev.rivulet.success.payment.PaymentBehaviour;
import dev.rivulet.success.problem.ProblemView;
import dev.rivulet.success.score.ScoreView;
import dev.rivulet.success.value.PromiseView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Everything known of a customer. */
@Schema(name = "Customer")
public record CustomerView(
        UUID id,

        @Schema(
                nullable = true,
                examples = "Acme Learning",
                description = "Null until the account itself has been heard of")
        @Nullable
        String name,

        @Schema(
                nullable = true,
                examples = "Europe/Berlin",
                description = "IANA zone of the customer's dates; UTC while null")
        @Nullable
        String zone,

        @Schema(nullable = true, examples = "EUR") @Nullable String currency,
        @Schema(examples = "ACTIVE") CustomerStatus status,

        @Schema(nullable = true, examples = "2025-01-10T08:00:00Z", description = "When the account was opened")
        @Nullable
        Instant openedAt,

        @Schema(
                nullable = true,
                examples = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60",
                description = "The customer that this prospect became")
        @Nullable
        UUID joinedTo,

        @Schema(description = "Who looks after it, its segment, sponsor and attributes")
        CareView care,

        List<SubscriptionView> subscriptions,

        @Schema(examples = "25", description = "Of the subscriptions that run today")
        int seats,

        @Schema(nullable = true, description = "Monthly recurring revenue; null while the currency is unknown")
        @Nullable
        Money mrr,

        @Schema(description = "The latest twelve, by due date")
        List<InvoiceView> invoices,

        PaymentBehaviour payment,
        List<DealView> deals,
        List<PromiseView> promises,

        @Schema(description = "People at the customer; empty for operators, who see no personal data")
        List<ContactView> contacts,

        @Schema(nullable = true, examples = "2025-03-01T09:30:00Z", description = "When the sponsor was last met")
        @Nullable
        Instant lastSponsorContact,

        @Schema(description = "The unsolved ones, oldest first")
        List<ProblemView> problems,

        @Schema(description = "The latest ten") List<FeedbackView> feedback,

        @Schema(nullable = true) @Nullable ScoreView score) {}
