package dev.rivulet.success.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.success.clock.ClockedTenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** Tells other systems of the tenant, for whichever feature has something to tell. */
@ApplicationScoped
public class Webhooks {

    private final EndpointTable endpoints;
    private final CallTable calls;
    private final ClockedTenants clocked;
    private final ObjectMapper json;
    private final TenantClock clock;

    Webhooks(EndpointTable endpoints, CallTable calls, ClockedTenants clocked, ObjectMapper json, TenantClock clock) {
        this.endpoints = endpoints;
        this.calls = calls;
        this.clocked = clocked;
        this.json = json;
        this.clock = clock;
    }

    /** Whether there is such an endpoint. */
    public boolean knows(String endpoint) {
        return endpoints.find(endpoint).isPresent();
    }

    /**
     * Has an endpoint told something, at least once, from the end of the caller's transaction on. What it says is fixed
     * now.
     *
     * @param account whom it is about; null where that is no customer
     * @param dedupeKey told again under the same key, it is the same call
     * @param body becomes JSON; its type says what it tells, and it names no person
     * @return the call; empty when there is no such endpoint
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<UUID> tell(String endpoint, @Nullable UUID account, String dedupeKey, Record body) {
        if (!endpoints.hold(endpoint)) {
            return Optional.empty();
        }
        clocked.remember();
        var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        return Optional.of(calls.add(id, endpoint, account, dedupeKey, json(body), clock.systemTime(), clock.now()));
    }

    private String json(Record body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
