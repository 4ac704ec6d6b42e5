package dev.rivulet.success.task;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.success.task.TaskStream.Whose;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** An inbox, live. */
@Path("/task-stream")
@Tag(name = "Tasks", description = "What success managers are asked to do, and by when")
@Singleton
public class TaskStreamResource {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final long SLOWEST_SECONDS = 30;

    private final TaskStream stream;
    private final SecurityIdentity user;
    private final TenantClock clock;
    private final Duration look;
    private final CountDownLatch stopping = new CountDownLatch(1);

    TaskStreamResource(
            TaskStream stream,
            SecurityIdentity user,
            TenantClock clock,
            @ConfigProperty(name = "rivulet.task.stream-every") Duration look) {
        this.stream = stream;
        this.user = user;
        this.clock = clock;
        this.look = look;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    /** Until the client goes or its token ends. */
    @GET
    @RolesAllowed({SUCCESS, ADMIN, OPS})
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RunOnVirtualThread
    @Operation(
            operationId = "watchTasks",
            summary = "An inbox, live, by Server-Sent Events",
            description =
                    "First `ready`; then, within about a second, an event for whatever happens in the inbox: OPENED,"
                            + " ASSIGNED (it is in this inbox now), TAKEN_AWAY, SNOOZED, WORSENED, WOKEN, ESCALATED, COMPLETED, REOPENED. Its"
                            + " data is the task as it is now, the reason in English or Russian by Accept-Language. A comment every"
                            + " 15 s keeps the connection. With Last-Event-ID the stream goes on behind that event, on any replica, and may repeat one in a rush;"
                            + " after more than seven days it begins with `reset`: the inbox is to be read anew. It ends with the"
                            + " token. 400 cursor-invalid.")
    @APIResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = String.class),
                            examples =
                                    @ExampleObject(
                                            name = "opened",
                                            value =
                                                    "event: OPENED\nid: 88123-1767000000-88124.7\ndata: {\"id\":\"0199…\"}")))
    public void watch(
            @QueryParam("owner")
                    @Parameter(
                            description = "Whose inbox; left out, the caller's own unless a queue is named",
                            example = "mila.horn@acme.example")
                    @Nullable
                    String owner,
            @QueryParam("queue")
                    @Parameter(description = "Also what nobody owns in the queue of this role", example = "success")
                    @Nullable
                    String queue,
            @HeaderParam("Last-Event-ID")
                    @Parameter(description = "The id of the last event had", example = "88123-1767000000-88124.7")
                    @Nullable
                    String last,
            @HeaderParam("Accept-Language") @Nullable String language,
            @Context SseEventSink sink,
            @Context Sse sse) {
        var whose =
                new Whose(owner == null && queue == null ? user.getPrincipal().getName() : owner, queue);
        var texts = ReasonTexts.forHeader(language);
        var now = clock.systemTime();
        var position = last == null ? stream.now(now) : TaskPosition.parse(last);
        try (sink) {
            var greeting = last != null && position.isForgotten(now) ? "reset" : "ready";
            send(
                    sink,
                    sse.newEventBuilder()
                            .name(greeting)
                            .id(position.id())
                            .data("{}")
                            .build());
            var sentAt = now;
            while (!sink.isClosed() && now.isBefore(tokenEnd())) {
                var batch = stream.after(position, whose, now);
                position = batch.next();
                for (var notice : batch.notices()) {
                    send(sink, event(sse, notice, texts));
                    sentAt = now;
                }
                if (batch.notices().isEmpty()) {
                    if (Duration.between(sentAt, now).compareTo(HEARTBEAT) >= 0) {
                        send(sink, sse.newEventBuilder().comment("still here").build());
                        sentAt = now;
                    }
                    if (stopping.await(look.toMillis(), TimeUnit.MILLISECONDS)) {
                        return;
                    }
                }
                now = clock.systemTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException gone) {
            // The client has left, or reads too slowly to be waited for; it comes back with its Last-Event-ID.
        }
    }

    private static OutboundSseEvent event(Sse sse, TaskStream.Notice notice, ReasonTexts texts) {
        return sse.newEventBuilder()
                .name(notice.kind())
                .id(notice.position().id())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(TaskView.class, TaskView.of(notice.task(), texts))
                .build();
    }

    private static void send(SseEventSink sink, OutboundSseEvent event)
            throws InterruptedException, ExecutionException, TimeoutException {
        sink.send(event).toCompletableFuture().get(SLOWEST_SECONDS, TimeUnit.SECONDS);
    }

    private Instant tokenEnd() {
        return user.getPrincipal() instanceof JsonWebToken token
                ? Instant.ofEpochSecond(token.getExpirationTime())
                : Instant.MAX;
    }
}
