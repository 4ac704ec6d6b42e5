package dev.rivulet.subscription.webhook;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An answer of which the status and the first bytes are taken; the connection of a longer one is closed. */
final class BoundedAnswer {

    private static final int LONGEST = 1_000;

    private final CompletableFuture<Void> whole = new CompletableFuture<>();
    private final Buffer beginning = Buffer.buffer();
    private @Nullable HttpClientRequest request;
    private @Nullable Integer status;
    private boolean abandoned;

    synchronized void sentBy(HttpClientRequest sent) {
        request = sent;
        if (abandoned) {
            sent.reset();
        }
    }

    synchronized void begin(HttpClientResponse response) {
        status = response.statusCode();
        response.handler(this::take).endHandler(end -> whole.complete(null)).exceptionHandler(this::fail);
    }

    private synchronized void take(Buffer part) {
        beginning.appendBuffer(part, 0, Math.min(part.length(), LONGEST - beginning.length()));
        if (beginning.length() == LONGEST && !abandoned) {
            abandon();
            whole.complete(null);
        }
    }

    void fail(Throwable cause) {
        whole.completeExceptionally(cause);
    }

    /** Nothing more is wanted of it. */
    synchronized void abandon() {
        abandoned = true;
        if (request != null) {
            request.reset();
        }
    }

    CompletableFuture<Void> whole() {
        return whole;
    }

    synchronized @Nullable Integer status() {
        return status;
    }

    /** As text that can be kept; null when there was none. */
    synchronized @Nullable String text() {
        var text = beginning.toString(StandardCharsets.UTF_8).replace("\0", "");
        return text.isEmpty() ? null : text;
    }
}
