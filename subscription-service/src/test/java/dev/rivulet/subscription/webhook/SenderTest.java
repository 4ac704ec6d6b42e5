package dev.rivulet.subscription.webhook;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rivulet.kit.webhook.WebhookSecret;
import dev.rivulet.subscription.webhook.Attempt.Cause;
import dev.rivulet.subscription.webhook.Attempt.Outcome;
import dev.rivulet.subscription.webhook.Sender.Letter;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderTest {

    private static final Instant NOW = Instant.parse("2026-03-15T09:00:00.5Z");
    private static final byte[] SECRET = WebhookSecret.generate();
    private static final byte[] OLD_SECRET = WebhookSecret.generate();

    private static Vertx vertx;
    private Receiver receiver;

    @BeforeAll
    static void startClient() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopClient() {
        vertx.close();
    }

    @BeforeEach
    void startReceiver() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void stopReceiver() {
        receiver.close();
    }

    @Test
    void shouldSignWithEachSecret() {
        var attempt = send(receiver.url());

        assertThat(attempt)
                .isEqualTo(new Attempt(
                        NOW, Cause.SCHEDULE, Outcome.DELIVERED, 200, attempt.latencyMillis(), "answered 200"));
        var call = receiver.calls.getFirst();
        assertThat(call.path()).isEqualTo("/hook?from=rivulet");
        assertThat(call.id()).isEqualTo("event-1");
        assertThat(call.timestamp()).isEqualTo(Long.toString(NOW.getEpochSecond()));
        assertThat(call.body()).isEqualTo("{\"name\":\"Съёмка\"}");
        assertThat(call.signatures()).hasSize(2);
        assertThat(call.isSignedWith(WebhookSecret.text(SECRET))).isTrue();
        assertThat(call.isSignedWith(WebhookSecret.text(OLD_SECRET))).isTrue();
        assertThat(call.isSignedWith(WebhookSecret.text(WebhookSecret.generate())))
                .isFalse();
    }

    @Test
    void shouldSignAsTheStandardsExampleDoes() {
        var secret = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(WebhookSecret.sign(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @ParameterizedTest
    @CsvSource({"204, DELIVERED", "299, DELIVERED", "400, REFUSED", "404, REFUSED", "410, REFUSED", "503, REFUSED"})
    void shouldGoByTheStatus(int status, Outcome outcome) {
        receiver.answering(exchange -> exchange.sendResponseHeaders(status, -1));

        var attempt = send(receiver.url());

        assertThat(attempt.outcome()).isEqualTo(outcome);
        assertThat(attempt.statusCode()).isEqualTo(status);
        assertThat(attempt.answer()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"301", "302", "303", "307", "308"})
    void shouldFollowNoRedirect(int status) {
        receiver.answering(exchange -> {
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:" + receiver.port() + "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
        });

        assertThat(send(receiver.url()).outcome()).isEqualTo(Outcome.REDIRECTED);
        assertThat(receiver.calls).hasSize(1);
    }

    @Test
    void shouldTakeTheBeginningOfALongAnswerOnly() {
        receiver.answering(Receiver.status(200, "я\0".repeat(2_000_000)));

        var attempt = send(receiver.url());

        assertThat(attempt.outcome()).isEqualTo(Outcome.DELIVERED);
        assertThat(attempt.answer()).hasSizeBetween(300, 700).startsWith("яяя").doesNotContain("\0");
    }

    @Test
    void shouldHangUpOnAnAnswerThatDoesNotEnd() {
        var hungUp = new AtomicBoolean();
        receiver.answering(exchange -> {
            exchange.sendResponseHeaders(500, 0);
            try {
                while (true) {
                    exchange.getResponseBody().write("no ".getBytes(StandardCharsets.UTF_8));
                    exchange.getResponseBody().flush();
                    Thread.sleep(20);
                }
            } catch (IOException e) {
                hungUp.set(true);
            }
        });

        var attempt = send(receiver.url());

        assertThat(attempt.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(attempt.latencyMillis()).isBetween(2_500, 60_000);
        await().atMost(60, SECONDS).untilTrue(hungUp);
    }

    @Test
    void shouldNotWaitForever() {
        var over = new CountDownLatch(1);
        receiver.answering(exchange -> over.await());

        var attempt = send(receiver.url());
        over.countDown();

        assertThat(attempt.outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(attempt.statusCode()).isNull();
        assertThat(attempt.latencyMillis()).isBetween(2_500, 60_000);
    }

    @Test
    void shouldTellThatNobodyAnswers() throws IOException {
        receiver.answering(exchange -> exchange.close());
        assertThat(send(receiver.url()).outcome()).isEqualTo(Outcome.UNREACHABLE);

        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(send("http://127.0.0.1:" + free + "/").outcome()).isEqualTo(Outcome.UNREACHABLE);
    }

    @Test
    void shouldConnectToTheAddressThatWasCheckedAndNameTheHost() {
        var attempt = sender(host -> new InetAddress[] {InetAddress.getLoopbackAddress()})
                .send(letter("http://hooks.invalid:" + receiver.port() + "/"), Cause.SCHEDULE);

        // Looked up a second time, the name would not be found.
        assertThat(attempt.outcome()).isEqualTo(Outcome.DELIVERED);
        assertThat(receiver.calls.getFirst().host()).isEqualTo("hooks.invalid:" + receiver.port());
    }

    @Test
    void shouldNameTheHostInTheHandshake() throws Exception {
        try (var plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var hello = CompletableFuture.supplyAsync(() -> {
                try (var connection = plain.accept()) {
                    return new String(connection.getInputStream().readNBytes(400), StandardCharsets.ISO_8859_1);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            var attempt = sender(host -> new InetAddress[] {InetAddress.getLoopbackAddress()})
                    .send(letter("https://hooks.invalid:" + plain.getLocalPort() + "/"), Cause.SCHEDULE);

            assertThat(hello.get(5, SECONDS)).contains("hooks.invalid");
            assertThat(attempt.outcome()).isIn(Outcome.UNREACHABLE, Outcome.UNTRUSTED);
        }
    }

    @Test
    void shouldNotEvenConnectToAnAddressInside() {
        var attempt = sender(host -> new InetAddress[] {InetAddress.ofLiteral("10.0.0.1")})
                .send(letter("http://hooks.invalid:" + receiver.port() + "/"), Cause.PING);

        assertThat(attempt.outcome()).isEqualTo(Outcome.ADDRESS_REFUSED);
        assertThat(receiver.calls).isEmpty();
    }

    private static Attempt send(String url) {
        return sender(InetAddress::getAllByName).send(letter(url), Cause.SCHEDULE);
    }

    private static Sender sender(Destinations.Resolver resolver) {
        return new Sender(new Destinations(true, resolver), () -> NOW, vertx, Duration.ofSeconds(3));
    }

    private static Letter letter(String url) {
        return new Letter(url, List.of(SECRET, OLD_SECRET), "event-1", "{\"name\":\"Съёмка\"}");
    }
}
