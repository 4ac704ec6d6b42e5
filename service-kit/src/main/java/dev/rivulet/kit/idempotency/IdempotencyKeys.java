package dev.rivulet.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.sql.Sql.SqlFailure;
import dev.rivulet.kit.tenancy.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The keys used in the last 24 hours with the answers given, in the database of the effect itself. */
@Singleton
public class IdempotencyKeys {

    private static final List<String> REPLAYED_HEADERS = List.of("Location", "ETag");
    private static final String LOCK_TIMEOUT = "55P03";

    /** How long a request waits for a key, or anything else, that another one holds. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Sql sql;
    private final Tenants tenants;
    private final ObjectMapper json;

    IdempotencyKeys(Sql sql, Tenants tenants, ObjectMapper json) {
        this.sql = sql;
        this.tenants = tenants;
        this.json = json;
    }

    /** Claims a key. Blocks while another transaction holds it, 10 s at most. */
    boolean claim(Claim claim) {
        return !claim(List.of(claim), PATIENCE).isEmpty();
    }

    /**
     * Those of the claims whose keys are new. Blocks while another transaction holds one of the keys; 409
     * idempotency-key-in-use when that takes longer than anybody has patience for.
     *
     * @param claims of different keys
     */
    public Set<Claim> claim(Collection<Claim> claims, Duration patience) {
        if (claims.isEmpty()) {
            return Set.of();
        }
        var byKey = new TreeMap<String, Claim>();
        claims.forEach(claim -> byKey.put(claim.key(), claim));
        try {
            sql.update("SET LOCAL lock_timeout = " + patience.toMillis());
            var fresh = Set.copyOf(sql.query(
                    "INSERT INTO idempotency_key (tenant_id, key, fingerprint) SELECT ?, n.key,"
                            + " decode(n.fingerprint, 'hex') FROM unnest(?::text[], ?::text[]) WITH ORDINALITY"
                            + " n (key, fingerprint, place) ORDER BY n.place ON CONFLICT DO NOTHING RETURNING key",
                    row -> row.getString(1),
                    tenants.current(),
                    byKey.keySet().toArray(String[]::new),
                    byKey.values().stream()
                            .map(claim -> HexFormat.of().formatHex(claim.fingerprint()))
                            .toArray(String[]::new)));
            if (!patience.equals(PATIENCE)) {
                // It was for the keys alone; what comes next may wait as long as ever.
                sql.update("SET LOCAL lock_timeout = " + PATIENCE.toMillis());
            }
            return claims.stream().filter(claim -> fresh.contains(claim.key())).collect(Collectors.toSet());
        } catch (SqlFailure e) {
            if (LOCK_TIMEOUT.equals(e.state())) {
                throw Rejected.conflict("idempotency-key-in-use");
            }
            throw e;
        }
    }

    private record Answer(
            boolean same,
            int status,
            String headers,
            @Nullable String body) {}

    /** The answer given before; another request under the same key is refused. */
    public RestResponse<JsonNode> replay(Claim claim) {
        var answer = sql
                .query(
                        "SELECT fingerprint, status, headers, body FROM idempotency_key WHERE tenant_id = ? AND key = ?",
                        row -> new Answer(
                                Arrays.equals(row.getBytes(1), claim.fingerprint()),
                                row.getInt(2),
                                row.getString(3),
                                row.getString(4)),
                        tenants.current(),
                        claim.key())
                .stream()
                .findFirst()
                .orElseThrow(() -> Rejected.conflict("idempotency-key-in-use"));
        if (!answer.same()) {
            throw Rejected.unprocessable("idempotency-key-reused", "@" + Idempotent.HEADER);
        }
        var body = answer.body();
        var response = RestResponse.ResponseBuilder.create(
                RestResponse.Status.fromStatusCode(answer.status()), body == null ? null : read(body));
        read(answer.headers())
                .properties()
                .forEach(header ->
                        response.header(header.getKey(), header.getValue().asText()));
        return response.header(Idempotent.REPLAYED, "true").build();
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer was kept that cannot be read", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot keep this answer", e);
        }
    }

    /** Keeps the answers that were given to claims of this transaction. */
    public void store(Map<Claim, RestResponse<?>> given) {
        if (given.isEmpty()) {
            return;
        }
        var answers = List.copyOf(given.entrySet());
        sql.update(
                "UPDATE idempotency_key k SET status = n.status, headers = n.headers, body = n.body"
                        + " FROM unnest(?::text[], ?::int[], ?::text[], ?::text[]) n (key, status, headers, body)"
                        + " WHERE k.tenant_id = ? AND k.key = n.key",
                answers.stream().map(answer -> answer.getKey().key()).toArray(String[]::new),
                answers.stream().map(answer -> answer.getValue().getStatus()).toArray(Integer[]::new),
                answers.stream().map(answer -> headers(answer.getValue())).toArray(String[]::new),
                answers.stream().map(answer -> body(answer.getValue())).toArray(String[]::new),
                tenants.current());
    }

    private String headers(RestResponse<?> answer) {
        var headers = json.createObjectNode();
        for (var name : REPLAYED_HEADERS) {
            var value = answer.getHeaders().getFirst(name);
            if (value != null) {
                headers.put(name, value.toString());
            }
        }
        return headers.toString();
    }

    private @Nullable String body(RestResponse<?> answer) {
        var body = answer.getEntity();
        return body == null ? null : write(body);
    }

    /** Gives up claims of this transaction that nothing came of; their keys are new again. */
    public void release(Collection<Claim> claims) {
        if (!claims.isEmpty()) {
            sql.update(
                    "DELETE FROM idempotency_key WHERE tenant_id = ? AND key = ANY (?::text[])",
                    tenants.current(),
                    claims.stream().map(Claim::key).toArray(String[]::new));
        }
    }

    /** Forgets answers older than 24 hours, for all tenants. */
    @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        tenants.asSystem(() -> QuarkusTransaction.requiringNew()
                .call(() -> sql.update("DELETE FROM idempotency_key WHERE created_at < now() - interval '24 hours'")));
    }
}
