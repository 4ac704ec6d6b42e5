package dev.rivulet.success.webhook;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.webhook.AddressRule;
import dev.rivulet.kit.webhook.WebhookSecret;
import dev.rivulet.kit.webhook.WebhookUrl;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hands something over by a request signed as Standard Webhooks 1.0 say. The name in the URL is looked up once and the
 * connection goes to the address that was checked, while server name and certificate keep to the name; no redirect is
 * followed and no proxy used. The id of what is handed over is the webhook's: the receiver knows repeats.
 */
@Singleton
public final class SignedPost {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int GONE = 410;

    private final AddressRule rule;
    private final HttpClient http;
    private final TenantClock clock;
    private final Secrets secrets;

    SignedPost(
            @ConfigProperty(name = "rivulet.webhook.allow-loopback") boolean loopbackAllowed,
            Vertx vertx,
            TenantClock clock,
            Secrets secrets) {
        this.rule = new AddressRule(loopbackAllowed);
        this.clock = clock;
        this.secrets = secrets;
        // No connection is kept: one that the receiver has closed meanwhile would look like an outage.
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setForceSni(true)
                .setVerifyHost(true)
                .setConnectTimeout((int) PATIENCE.toMillis()));
    }

    /** Whether a URL looks like one that something may be sent to; its name is looked up before each attempt. */
    public boolean accepts(String url) {
        return rule.acceptable(url).isPresent();
    }

    /**
     * Waits for the answer, 11 seconds at most: nothing to be done in a transaction.
     *
     * @param secret of the current tenant
     * @param id the header webhook-id
     * @param body JSON
     */
    public Delivery deliver(String to, SealedSecret secret, UUID id, String body) {
        var url = rule.acceptable(to).orElse(null);
        if (url == null) {
            return new Delivery.Failed("webhook-url-refused", false);
        }
        try {
            var addresses = InetAddress.getAllByName(url.host());
            return Arrays.stream(addresses).allMatch(rule::allows)
                    ? post(url, new InetSocketAddress(addresses[0], url.port()), secret, id.toString(), body)
                    : new Delivery.Failed("webhook-address-refused", false);
        } catch (UnknownHostException e) {
            return new Delivery.Failed("webhook-name-unknown", false);
        }
    }

    private Delivery post(WebhookUrl url, InetSocketAddress address, SealedSecret secret, String id, String body) {
        var timestamp = clock.systemTime().getEpochSecond();
        var signature = WebhookSecret.sign(secrets.open(secret), id, timestamp, body);
        var status = http.request(new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setServer(SocketAddress.inetSocketAddress(address))
                        .setSsl(url.secure())
                        .setHost(url.host())
                        .setPort(url.port())
                        .setURI(url.path())
                        .setTimeout(PATIENCE.toMillis())
                        .setFollowRedirects(false))
                .compose(request -> send(
                        request.putHeader("content-type", "application/json")
                                .putHeader("user-agent", "Rivulet-Webhooks/1")
                                .putHeader("webhook-id", id)
                                .putHeader("webhook-timestamp", Long.toString(timestamp))
                                .putHeader("webhook-signature", signature),
                        body));
        try {
            return judged(status.toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE.toMillis() + 1_000, TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return new Delivery.Failed("webhook-unreachable", false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Delivery.Failed("webhook-unreachable", false);
        }
    }

    /** The status decides; of the body nothing is read, and its connection is closed. */
    private static Future<Integer> send(HttpClientRequest request, String body) {
        return request.send(Buffer.buffer(body)).map(response -> {
            var status = response.statusCode();
            request.connection().close();
            return status;
        });
    }

    private static Delivery judged(int status) {
        return status / 100 == 2
                ? new Delivery.Done()
                : new Delivery.Failed("webhook-answered-" + status, status == GONE);
    }
}
