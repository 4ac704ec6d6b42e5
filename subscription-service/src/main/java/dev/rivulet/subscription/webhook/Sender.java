package dev.rivulet.subscription.webhook;

import dev.rivulet.kit.webhook.WebhookSecret;
import dev.rivulet.subscription.webhook.Attempt.Cause;
import dev.rivulet.subscription.webhook.Attempt.Outcome;
import dev.rivulet.subscription.webhook.Destinations.Destination;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Posts a body to a URL, signed. Vert.x's client connects to the checked address while server name, certificate check
 * and Host header keep to the name, which the JDK's client cannot; it follows no redirect and uses no proxy.
 */
@Singleton
class Sender {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_AT_ONCE = 64;

    private final Destinations destinations;
    private final InstantSource time;
    private final Duration patience;
    private final HttpClient http;

    @Inject
    Sender(Destinations destinations, InstantSource time, Vertx vertx) {
        this(destinations, time, vertx, PATIENCE);
    }

    Sender(Destinations destinations, InstantSource time, Vertx vertx, Duration patience) {
        this.destinations = destinations;
        this.time = time;
        this.patience = patience;
        // No connection is kept: one that the receiver has closed meanwhile would look like an outage.
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setForceSni(true)
                .setVerifyHost(true)
                .setMaxPoolSize(MOST_AT_ONCE)
                .setConnectTimeout((int) patience.toMillis()));
    }

    /** What is sent, and to whom. */
    record Letter(String url, List<byte[]> secrets, String eventId, String body) {}

    Attempt send(Letter letter, Cause cause) {
        var at = time.instant().truncatedTo(ChronoUnit.MICROS);
        var begun = System.nanoTime();
        var reply = switch (destinations.of(letter.url())) {
            case Destination.Refused refused -> Reply.of(refused.outcome());
            case Destination.Reachable to -> post(to, letter, at, begun);
        };
        var latency = (int) Duration.ofNanos(System.nanoTime() - begun).toMillis();
        return new Attempt(at, cause, reply.outcome(), reply.status(), latency, reply.answer());
    }

    private record Reply(
            Outcome outcome,
            @Nullable Integer status,
            @Nullable String answer) {

        static Reply of(Outcome outcome) {
            return new Reply(outcome, null, null);
        }
    }

    private Reply post(Destination.Reachable to, Letter letter, Instant at, long begun) {
        var answer = new BoundedAnswer();
        http.request(options(to))
                .compose(request -> {
                    answer.sentBy(request);
                    head(letter, at).forEach(request::putHeader);
                    return request.send(Buffer.buffer(letter.body()));
                })
                .onSuccess(answer::begin)
                .onFailure(answer::fail);
        try {
            var left = patience.minusNanos(System.nanoTime() - begun);
            answer.whole().get(Math.max(1, left.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.abandon();
        } catch (ExecutionException e) {
            return answer.status() == null ? Reply.of(failure(e.getCause())) : judged(answer);
        } catch (InterruptedException e) {
            answer.abandon();
            Thread.currentThread().interrupt();
            return Reply.of(Outcome.UNREACHABLE);
        }
        return answer.status() == null ? Reply.of(Outcome.TIMED_OUT) : judged(answer);
    }

    /** The status decides: who answered with one has read the request, even if the body does not end. */
    private static Reply judged(BoundedAnswer answer) {
        var status = answer.status();
        var outcome = switch (status == null ? 0 : status / 100) {
            case 2 -> Outcome.DELIVERED;
            case 3 -> Outcome.REDIRECTED;
            default -> Outcome.REFUSED;
        };
        return new Reply(outcome, status, answer.text());
    }

    private static Outcome failure(@Nullable Throwable cause) {
        for (var t = cause; t != null; t = t.getCause()) {
            if (t instanceof SSLException) {
                return Outcome.UNTRUSTED;
            }
        }
        return Outcome.UNREACHABLE;
    }

    private static RequestOptions options(Destination.Reachable to) {
        var url = to.url();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(to.address()))
                .setSsl(url.secure())
                .setHost(url.host())
                .setPort(url.port())
                .setURI(url.path())
                .setFollowRedirects(false);
    }

    private static Map<String, String> head(Letter letter, Instant at) {
        var timestamp = at.getEpochSecond();
        var signatures = letter.secrets().stream()
                .map(secret -> WebhookSecret.sign(secret, letter.eventId(), timestamp, letter.body()))
                .collect(Collectors.joining(" "));
        return Map.of(
                "content-type",
                "application/json",
                "user-agent",
                "Rivulet-Webhooks/1",
                "webhook-id",
                letter.eventId(),
                "webhook-timestamp",
                Long.toString(timestamp),
                "webhook-signature",
                signatures);
    }
}
