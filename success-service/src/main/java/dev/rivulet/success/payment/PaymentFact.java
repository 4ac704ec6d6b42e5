package dev.rivulet.success.payment;

import dev.rivulet.kit.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of facts about payments, credit notes and dunning; which fields there are depends on the
 * fact. All are in the payer's currency, and dates in its zone.
 *
 * @param id of the payment, credit note or dunning step
 */
record PaymentFact(
        UUID id,
        UUID accountId,
        @Nullable UUID disputeId,
        @Nullable UUID refundId,
        @Nullable Money amount,
        @Nullable Money total,
        @Nullable Money owed,
        @Nullable String code,
        @Nullable String status,
        @Nullable String action,
        @Nullable String number,
        @Nullable LocalDate failedOn,
        @Nullable LocalDate changedOn,
        @Nullable LocalDate refundedOn,
        @Nullable LocalDate issueDate,
        @Nullable LocalDate takenOn) {

    /** Of the money it is about. */
    Money money() {
        var money = amount != null ? amount : total != null ? total : owed;
        if (money == null) {
            throw new IllegalArgumentException("a fact about no money: " + id);
        }
        return money;
    }

    @Nullable
    LocalDate day(PaymentFactKind kind) {
        return switch (kind) {
            case FAILED -> failedOn;
            case DISPUTED -> changedOn;
            case REFUNDED -> refundedOn;
            case CREDIT_NOTE -> issueDate;
            case DUNNING_STEP -> takenOn;
        };
    }

    /** The same for the same fact whenever it is heard; a payment may be refunded and disputed several times. */
    UUID key(PaymentFactKind kind) {
        var source = kind + " " + id + " " + Objects.toString(refundId, "") + " " + Objects.toString(disputeId, "")
                + " " + (kind == PaymentFactKind.DISPUTED ? status : "");
        return UUID.nameUUIDFromBytes(source.getBytes(StandardCharsets.UTF_8));
    }

    Map<String, String> facts() {
        var facts = new HashMap<String, String>();
        facts.put("amount", money().toString());
        put(facts, "code", code);
        put(facts, "status", status);
        put(facts, "action", action);
        put(facts, "number", number);
        return facts;
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }
}
