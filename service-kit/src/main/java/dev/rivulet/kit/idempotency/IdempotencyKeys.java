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
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The keys used in the last 24 hours with the answers given, in the database of the effect itself. */
@Singleton
class IdempotencyKeys {

    private static final List<String> REPLAYED_HEADERS = List.of("Location", "ETag");
    private static final String LOCK_TIMEOUT = "55P03";

    private final Sql sql;
    private final Tenants tenants;
    private final ObjectMapper json;

    IdempotencyKeys(Sql sql, Tenants tenants, ObjectMapper json) {
        this.sql = sql;
        this.tenants = tenants;
        this.json = json;
    }

    /** True when the key is new. Blocks while another transaction holds the same key, 10 s at most. */
    boolean claim(String key, byte[] fingerprint) {
        try {
            sql.update("SET LOCAL lock_timeout = '10s'");
            return sql.update(
                            "INSERT INTO idempotency_key (tenant_id, key, fingerprint) VALUES (?, ?, ?)"
                                    + " ON CONFLICT DO NOTHING",
                            tenants.current(),
                            key,
                            fingerprint)
                    == 1;
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
    RestResponse<JsonNode> replay(String key, byte[] fingerprint) throws JsonProcessingException {
        var answer = sql
                .query(
                        "SELECT fingerprint, status, headers, body FROM idempotency_key WHERE tenant_id = ? AND key = ?",
                        row -> new Answer(
                                Arrays.equals(row.getBytes(1), fingerprint),
                                row.getInt(2),
                                row.getString(3),
                                row.getString(4)),
                        tenants.current(),
                        key)
                .stream()
                .findFirst()
                .orElseThrow(() -> Rejected.conflict("idempotency-key-in-use"));
        if (!answer.same()) {
            throw Rejected.unprocessable("idempotency-key-reused", "@" + Idempotent.HEADER);
        }
        var body = answer.body();
        var response = RestResponse.ResponseBuilder.create(
                RestResponse.Status.fromStatusCode(answer.status()), body == null ? null : json.readTree(body));
        json.readTree(answer.headers())
                .properties()
                .forEach(header ->
                        response.header(header.getKey(), header.getValue().asText()));
        return response.header(Idempotent.REPLAYED, "true").build();
    }

    void store(String key, RestResponse<?> answer) throws JsonProcessingException {
        var headers = json.createObjectNode();
        for (var name : REPLAYED_HEADERS) {
            var value = answer.getHeaders().getFirst(name);
            if (value != null) {
                headers.put(name, value.toString());
            }
        }
        sql.update(
                "UPDATE idempotency_key SET status = ?, headers = ?, body = ? WHERE tenant_id = ? AND key = ?",
                answer.getStatus(),
                headers.toString(),
                answer.getEntity() == null ? null : json.writeValueAsString(answer.getEntity()),
                tenants.current(),
                key);
    }

    /** Forgets answers older than 24 hours, for all tenants. */
    @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        tenants.asSystem(() -> QuarkusTransaction.requiringNew()
                .call(() -> sql.update("DELETE FROM idempotency_key WHERE created_at < now() - interval '24 hours'")));
    }
}
