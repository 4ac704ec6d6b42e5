package dev.rivulet.success.survey;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.rest.Answer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How the tenant asks. */
@Path("/survey-settings")
@Tag(name = "Surveys", description = "What customers say of us, in numbers")
@RunOnVirtualThread
public class SettingsResource {

    private final SurveySettings settings;

    SettingsResource(SurveySettings settings) {
        this.settings = settings;
    }

    /** 90 days until changed. */
    @GET
    @RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
    @Operation(
            operationId = "getSurveySettings",
            summary = "How surveys are sent",
            description = "A person is asked no more than once in so many days, over all surveys; 90 until changed.")
    public RestResponse<SettingsView> get() {
        return answer(settings.get());
    }

    /** For waves sent from now on. */
    @PUT
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "changeSurveySettings",
            summary = "Change how surveys are sent",
            description = "From the next wave on.")
    @APIResponse(
            responseCode = "200",
            description = "The settings as they are now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SettingsView.class)))
    public RestResponse<SettingsView> change(
            @Parameter(description = "The ETag last read", example = "\"0\"") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull SettingsRequest request) {
        return answer(settings.change(ifMatch, request));
    }

    private static RestResponse<SettingsView> answer(SurveySettings.Versioned settings) {
        return Answer.ok(settings.view(), settings.version());
    }
}
