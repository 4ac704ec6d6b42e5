package dev.rivulet.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.testing.Sql;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The trial balance of a shop in euros, and what its documents say that must be in it. Of what was lost or granted there
 * is no list; but whatever is posted there has its other side on one of the accounts that are looked at.
 */
public final class Books {

    private static final List<String> TOLD_BY_DOCUMENTS = List.of(
            "RECEIVABLE", "REVENUE", "TAX_PAYABLE", "CUSTOMER_BALANCE", "CASH", "UNALLOCATED", "REFUND_CLEARING");

    private final Shop shop;

    public Books(Shop shop) {
        this.shop = shop;
    }

    /** They agree, and would not if a posting of any kind had been left out; tells the kinds there were. */
    public List<String> shouldAgree() {
        var documents = ofDocuments();
        assertThat(posted()).as("trial balance of " + shop.tenant).isEqualTo(documents);
        var of = " FROM ledger_transfer WHERE tenant_id = '" + shop.tenant + "'";
        var one = "SELECT DISTINCT ON (cause_kind, debit, credit) id" + of + " ORDER BY cause_kind, debit, credit, id";
        for (var id : Sql.column(one)) {
            var row = Sql.column("SELECT to_jsonb(t)::text FROM ledger_transfer t WHERE id = ?::uuid", id)
                    .getFirst();
            Sql.run("SET session_replication_role = replica; DELETE" + of + " AND id = '" + id + "'");
            try {
                assertThat(posted()).as("without " + row).isNotEqualTo(documents);
            } finally {
                Sql.run("INSERT INTO ledger_transfer SELECT (jsonb_populate_record(NULL::ledger_transfer, '" + row
                        + "')).*");
            }
        }
        assertThat(posted()).isEqualTo(documents);
        return Sql.column("SELECT DISTINCT cause_kind" + of);
    }

    /** Debit less credit. */
    private Map<String, BigDecimal> posted() {
        var balances = new TreeMap<String, BigDecimal>();
        TOLD_BY_DOCUMENTS.forEach(account -> balances.put(account, BigDecimal.ZERO.setScale(2)));
        // The last of days, since what is received may be dated ahead.
        read("/ledger/trial-balance?asOf=2999-12-31")
                .at("/currencies/0/accounts")
                .forEach(entry -> balances.computeIfPresent(
                        entry.get("account").asText(),
                        (account, none) -> money("balance").apply(entry)));
        return balances;
    }

    private Map<String, BigDecimal> ofDocuments() {
        var issued = all("/invoices?").stream()
                .filter(is("status", "DRAFT").negate())
                .toList();
        var standing = issued.stream().filter(is("status", "VOID").negate()).toList();
        var notes = all("/credit-notes?");
        var payments =
                all("/payments?").stream().filter(is("status", "SUCCEEDED")).toList();
        var refunds = payments.stream()
                .flatMap(payment -> all("/payments/" + payment.get("id").asText() + "/refunds?").stream())
                .filter(is("target", "METHOD"))
                .toList();
        var lost =
                all("/disputes?").stream().filter(is("status", "WON").negate()).toList();
        var unknown = all("/bank-entries?matched=false&").stream()
                .filter(is("kind", "RETURNED").negate())
                .toList();
        var revenue = sum(standing, money("subtotal")).subtract(sum(standing, money("discount")));
        var givenBack = sum(notes, money("subtotal")).subtract(sum(notes, money("discount")));
        // What was taken over was earned elsewhere.
        var opening = issued.stream()
                .filter(invoice -> invoice.at("/lines/0/component").asText().equals("opening"))
                .toList();
        var waiting = refunds.stream()
                .filter(is("status", "PENDING").or(is("status", "UNKNOWN")))
                .toList();
        var sent = refunds.stream().filter(is("status", "SUCCEEDED")).toList();
        return new TreeMap<>(Map.of(
                "RECEIVABLE", sum(standing, money("due")),
                "REVENUE", givenBack.subtract(revenue).add(sum(opening, money("total"))),
                "TAX_PAYABLE", sum(notes, money("tax")).subtract(sum(standing, money("tax"))),
                "CUSTOMER_BALANCE", sum(all("/accounts?"), this::balance).negate(),
                "CASH",
                        sum(payments, money("amount"))
                                .add(sum(unknown, money("amount")))
                                .subtract(sum(sent, money("amount")))
                                .subtract(sum(lost, money("amount"))),
                "UNALLOCATED", sum(unknown, money("amount")).negate(),
                "REFUND_CLEARING", sum(waiting, money("amount")).negate()));
    }

    private BigDecimal balance(JsonNode account) {
        return money("balance").apply(read("/accounts/" + account.get("id").asText() + "/balance"));
    }

    private static Predicate<JsonNode> is(String property, String value) {
        return document -> document.get(property).asText().equals(value);
    }

    private static Function<JsonNode, BigDecimal> money(String property) {
        return document ->
                new BigDecimal(document.at("/" + property + "/amount").asText());
    }

    private static BigDecimal sum(List<JsonNode> documents, Function<JsonNode, BigDecimal> part) {
        return documents.stream().map(part).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    private List<JsonNode> all(String path) {
        var found = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = read(path + "limit=200" + cursor);
            page.get("items").forEach(found::add);
            cursor = page.hasNonNull("nextCursor")
                    ? "&cursor=" + page.get("nextCursor").asText()
                    : "";
        } while (!cursor.isEmpty());
        return found;
    }

    private JsonNode read(String path) {
        return Contract.read(shop.as("billing").get(path).then().statusCode(200));
    }
}
