package dev.rivulet.success.webhook;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.success.clock.ClockedTenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** What administrators do with endpoints. One that is not there has the version 0. */
@ApplicationScoped
@Transactional
class Endpoints {

    private final EndpointTable endpoints;
    private final CallTable calls;
    private final SignedPost post;
    private final Secrets secrets;
    private final ClockedTenants clocked;

    Endpoints(EndpointTable endpoints, CallTable calls, SignedPost post, Secrets secrets, ClockedTenants clocked) {
        this.endpoints = endpoints;
        this.calls = calls;
        this.post = post;
        this.secrets = secrets;
        this.clocked = clocked;
    }

    Endpoint get(String key) {
        return endpoints.find(key).orElseThrow(() -> unknown(key));
    }

    /** The secret is made anew with each new URL, so that the system before cannot sign in our name. */
    EndpointView put(String key, @Nullable String ifMatch, EndpointRequest request) {
        var before = endpoints.lock(key);
        var version = before.map(Endpoint::version).orElse(0L);
        Etag.require(ifMatch, version);
        if (!post.accepts(request.url())) {
            throw Rejected.invalid("webhook-url-refused", "/url");
        }
        var same = before.filter(known -> known.url().equals(request.url()));
        var fresh = same.isPresent() ? null : secrets.generate();
        var secret = fresh == null ? same.orElseThrow().secret() : fresh.sealed();
        var after = new Endpoint(key, version + 1, request.url(), secret);
        if (!endpoints.save(after, version)) {
            throw Rejected.stale(get(key).version());
        }
        clocked.remember();
        return fresh == null ? EndpointView.of(after) : EndpointView.withSecret(after, fresh.text());
    }

    /** What waits for it waits no longer. */
    void remove(String key, @Nullable String ifMatch) {
        var endpoint = endpoints.lock(key).orElseThrow(() -> unknown(key));
        Etag.require(ifMatch, endpoint.version());
        endpoints.remove(key);
        calls.giveUp(key, "endpoint-removed");
    }

    private static Rejected unknown(String key) {
        return Rejected.notFound("webhook endpoint", key);
    }
}
