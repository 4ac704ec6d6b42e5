package dev.rivulet.kit.sample;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.EventType;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The smallest service there can be: what the kit promises is tested through it. */
@Path("/notes")
@RunOnVirtualThread
@RolesAllowed({"sales", "admin"})
public class NoteResource {

    public static final EventType STATE = new EventType("kit.note.state.v1", "dev.rivulet.kit.note.changed.v1");
    public static final EventType FACT = new EventType("kit.note.events.v1", "dev.rivulet.kit.note.noted.v1");

    @Inject
    EntityManager em;

    @Inject
    Outbox outbox;

    @Inject
    TenantClock clock;

    @Inject
    MergePatch mergePatch;

    public record NoteRequest(
            @NotBlank String title,
            @NotNull Money price,
            @Nullable BigDecimal weight,
            @Nullable LocalDate on) {}

    public record NoteView(UUID id, long version, String title, Money price, Instant createdAt) {
        static NoteView of(Note note) {
            return new NoteView(note.id, note.version, note.title, note.price, note.createdAt);
        }
    }

    @POST
    @Idempotent
    public RestResponse<NoteView> create(@Valid @NotNull NoteRequest request) {
        var note = new Note();
        note.title = request.title();
        note.price = request.price();
        note.createdAt = clock.now();
        em.persist(note);
        em.flush();
        var view = NoteView.of(note);
        outbox.publish(STATE, note.id, note.version, view);
        outbox.publish(FACT, note.id, note.version, view);
        return Answer.created(view, "/notes/" + note.id, note.version);
    }

    @GET
    @Transactional
    public RestResponse<Page<NoteView>> list(@BeanParam PageRequest page) {
        var found = em.createQuery("from Note where id > :after order by id", Note.class)
                .setParameter("after", page.after("notes"))
                .setMaxResults(page.count())
                .getResultList();
        return page.respond("notes", found, NoteView::of, note -> note.id);
    }

    @GET
    @Path("/{id}")
    @Transactional
    public RestResponse<NoteView> get(@PathParam("id") UUID id) {
        var note = find(id);
        return Answer.ok(NoteView.of(note), note.version);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @RequestBody(
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = NoteRequest.class)))
    public RestResponse<NoteView> change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull JsonNode patch) {
        var note = find(id);
        Etag.require(ifMatch, note.version);
        var changed = mergePatch.apply(new NoteRequest(note.title, note.price, null, null), patch);
        note.title = changed.title();
        note.price = changed.price();
        em.flush();
        outbox.publish(STATE, note.id, note.version, NoteView.of(note));
        outbox.publish(FACT, note.id, note.version, NoteView.of(note));
        return Answer.ok(NoteView.of(note), note.version);
    }

    private Note find(UUID id) {
        var note = em.find(Note.class, id);
        if (note == null) {
            throw Rejected.notFound("note", id);
        }
        return note;
    }
}
