package dev.rivulet.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.testing.Sql;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What is rehearsed first: the rehearsal leaves no trace, and tells exactly what comes of it for an account. */
public record Rehearsed(Shop shop, UUID account) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> KINDS = List.of("invoices", "creditNotes", "pending");

    /** Tables that the machinery writes whatever happens. */
    private static final String MACHINERY = "'outbox', 'inbox', 'idempotency_key', 'dead_letter'";

    public ValidatableResponse then(Supplier<ValidatableResponse> rehearsal, Supplier<ValidatableResponse> real) {
        var before = traces();
        var waiting = outbox();
        var preview = Contract.read(rehearsal.get().statusCode(200));
        assertThat(outbox()).as("events of a dry run").isLessThanOrEqualTo(waiting);
        assertThat(traces()).as("traces of a dry run").isEqualTo(before);

        var known = documents();
        var answer = real.get();
        var came = JSON.createObjectNode();
        came.set("subscription", Contract.read(answer));
        for (var kind : KINDS) {
            var fresh = came.putArray(kind);
            list(kind).forEach(document -> {
                if (!known.contains(document.get("id").asText())) {
                    fresh.add(document);
                }
            });
        }
        // What is signed has another id in the rehearsal, by which its documents name it.
        var foretold = Contract.plain(preview).replace(id(preview), id(came));
        assertThat(foretold).as("what a dry run foretells").isEqualTo(Contract.plain(came));
        return answer;
    }

    private static String id(JsonNode outcome) {
        return outcome.at("/subscription/id").asText();
    }

    private Set<String> documents() {
        var ids = new TreeSet<String>();
        KINDS.forEach(kind ->
                list(kind).forEach(document -> ids.add(document.get("id").asText())));
        return ids;
    }

    JsonNode list(String kind) {
        var path = switch (kind) {
            case "invoices" -> "/invoices?limit=200&accountId=" + account;
            case "creditNotes" -> "/credit-notes?limit=200&accountId=" + account;
            default -> "/charges?limit=200&status=PENDING&accountId=" + account;
        };
        return Contract.read(shop.as("billing").get(path).then().statusCode(200))
                .get("items");
    }

    /** Everything that is known of the tenant, table by table. */
    public List<String> traces() {
        var tables = Sql.column("SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
                + " AND a.attname = 'tenant_id' WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition"
                + " AND c.relnamespace = 'public'::regnamespace AND c.relname NOT IN (" + MACHINERY + ") ORDER BY 1");
        return Sql.column(tables.stream()
                .map(table -> "SELECT '" + table + " ' || count(*) || ' ' || coalesce(md5(string_agg(t::text, ' '"
                        + " ORDER BY t::text)), '') FROM " + table + " t WHERE tenant_id = '" + shop.tenant + "'")
                .collect(Collectors.joining(" UNION ALL ")));
    }

    private long outbox() {
        return Sql.number("SELECT count(*) FROM outbox WHERE tenant_id = ?", shop.tenant);
    }
}
