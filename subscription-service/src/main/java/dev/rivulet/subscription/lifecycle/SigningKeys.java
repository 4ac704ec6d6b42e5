package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.idempotency.Claim;
import dev.rivulet.kit.idempotency.IdempotencyKeys;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.resteasy.reactive.RestResponse;

/** Lets only what was not signed before be signed, of requests that share a transaction; the others get their answers. */
@Singleton
class SigningKeys {

    /** Of many, who would all wait for the key of one. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final IdempotencyKeys keys;

    SigningKeys(IdempotencyKeys keys) {
        this.keys = keys;
    }

    /** A key that comes twice waits for what comes of the first. */
    void once(List<Signing> all, Consumer<List<Signing>> work) {
        var claims = new LinkedHashMap<String, Claim>();
        all.forEach(signing -> signing.claim().ifPresent(claim -> claims.putIfAbsent(claim.key(), claim)));
        var claimed = keys.claim(claims.values(), all.size() == 1 ? IdempotencyKeys.PATIENCE : PATIENCE);
        var fresh = new ArrayList<Signing>();
        for (var signing : all) {
            var claim = signing.claim().orElse(null);
            if (claim == null || claimed.contains(claim)) {
                fresh.add(signing);
            } else if (claim.equals(claims.get(claim.key()))) {
                signing.attempt(() -> {
                    signing.replayed(keys.replay(claim));
                    return signing;
                });
            }
        }
        if (!fresh.isEmpty()) {
            work.accept(fresh);
            keep(fresh);
        }
    }

    private void keep(List<Signing> fresh) {
        Map<Claim, RestResponse<?>> answers = new HashMap<>();
        var released = new ArrayList<Claim>();
        for (var signing : fresh) {
            signing.claim().ifPresent(claim -> {
                if (signing.isSigned()) {
                    answers.put(claim, signing.answer());
                } else {
                    released.add(claim);
                }
            });
        }
        keys.store(answers);
        keys.release(released);
    }
}
