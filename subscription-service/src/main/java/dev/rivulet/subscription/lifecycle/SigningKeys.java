package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.idempotency.Claim;
import dev.rivulet.kit.idempotency.IdempotencyKeys;
import jakarta.inject.Singleton;
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

    private final IdempotencyKeys keys;

    SigningKeys(IdempotencyKeys keys) {
        this.keys = keys;
    }

    /** A key that comes twice waits for what comes of the first. */
    void once(List<Signing> all, Consumer<List<Signing>> work) {
        var byKey = new LinkedHashMap<String, Signing>();
        var claims = new ArrayList<Claim>();
        var fresh = new ArrayList<Signing>();
        for (var signing : all) {
            signing.claim()
                    .ifPresentOrElse(
                            claim -> {
                                if (byKey.putIfAbsent(claim.key(), signing) == null) {
                                    claims.add(claim);
                                }
                            },
                            () -> fresh.add(signing));
        }
        var claimed = keys.claim(claims);
        byKey.values()
                .forEach(signing -> signing.claim().ifPresent(claim -> {
                    if (claimed.contains(claim)) {
                        fresh.add(signing);
                    } else {
                        signing.attempt(() -> {
                            signing.answered(keys.replay(claim));
                            return signing;
                        });
                    }
                }));
        work.accept(fresh);
        keep(fresh);
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
