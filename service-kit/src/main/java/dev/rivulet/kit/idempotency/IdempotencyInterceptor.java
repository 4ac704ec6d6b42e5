package dev.rivulet.kit.idempotency;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.problem.Rejected;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Runs the operation in a transaction that first claims the key. A concurrent twin waits at the claim until this
 * transaction ends and then replays its answer; if it was rolled back, the twin carries the request out itself. Where the
 * method shares its transaction with other requests, all that is left to the method.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class IdempotencyInterceptor {

    private final IdempotencyKeys keys;
    private final ObjectMapper json;
    private final RoutingContext http;

    IdempotencyInterceptor(IdempotencyKeys keys, ObjectMapper json, RoutingContext http) {
        this.keys = keys;
        this.json = json;
        this.http = http;
    }

    @AroundInvoke
    Object once(InvocationContext invocation) throws Exception {
        var key = http.request().getHeader(Idempotent.HEADER);
        var marked = invocation.getMethod().getAnnotation(Idempotent.class);
        var shared = marked != null && marked.shared();
        if (key == null) {
            return shared
                    ? invocation.proceed()
                    : QuarkusTransaction.requiringNew().call(invocation::proceed);
        }
        if (!key.matches("[\\x21-\\x7e]{1,200}")) {
            throw Rejected.invalid("idempotency-key-invalid", "@" + Idempotent.HEADER);
        }
        var claim = new Claim(key, fingerprint(invocation));
        if (shared) {
            return ScopedValue.where(Claim.CURRENT, claim).call(invocation::proceed);
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!keys.claim(claim)) {
                return keys.replay(claim);
            }
            var answer = (RestResponse<?>) invocation.proceed();
            keys.store(Map.of(claim, answer));
            return answer;
        });
    }

    /** What makes two requests the same: method, path with query, and the body as understood, not its white space. */
    private byte[] fingerprint(InvocationContext invocation) throws IOException {
        var digest = sha256();
        digest.update((http.request().method() + " " + http.request().uri()).getBytes(StandardCharsets.UTF_8));
        for (var argument : invocation.getParameters()) {
            if (argument != null && (argument instanceof Record || argument instanceof Iterable)) {
                digest.update(json.writeValueAsBytes(argument));
            } else if (argument instanceof File upload) {
                digest(upload, digest);
            }
        }
        return digest.digest();
    }

    private static void digest(File upload, MessageDigest digest) throws IOException {
        try (var content = new DigestInputStream(new FileInputStream(upload), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
