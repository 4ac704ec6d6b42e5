package dev.rivulet.success.digest;

import static dev.rivulet.success.digest.Concern.Interest.in;

import dev.rivulet.success.digest.Concern.Interest;
import dev.rivulet.success.feedback.FeedbackKind;
import dev.rivulet.success.problem.domain.Severity;
import dev.rivulet.success.release.Team;
import dev.rivulet.success.survey.SurveyKind;
import dev.rivulet.success.value.domain.PromiseStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function of the company, and what of a week it is to look at before all else. All hear of everything, what is good
 * and what is bad; but not everything is for each of them to act on.
 */
public enum DigestFunction {
    /** Who helps: what broke, and where customers find it hard. */
    SUPPORT(
            Team.SUPPORT,
            in(Part.PROBLEMS),
            in(Part.LOW_ANSWERS, SurveyKind.CES, SurveyKind.CSAT),
            in(Part.FEEDBACK, FeedbackKind.PROBLEM),
            in(Part.RELEASES)),
    /** Who sells: what the next customer can be told, and what not to be surprised by at the present ones. */
    SALES(
            Team.SALES,
            in(Part.PROMISES, PromiseStatus.CONFIRMED, PromiseStatus.PARTLY),
            in(Part.FEEDBACK, FeedbackKind.PRAISE),
            in(Part.PROBLEMS, Severity.CRITICAL),
            in(Part.REQUESTS),
            in(Part.RELEASES)),
    /** Who tells the market: what came true, in whose words, what is new, and whether customers would say so. */
    MARKETING(
            Team.MARKETING,
            in(Part.PROMISES, PromiseStatus.CONFIRMED),
            in(Part.FEEDBACK, FeedbackKind.PRAISE),
            in(Part.LOW_ANSWERS, SurveyKind.NPS),
            in(Part.RELEASES)),
    /** Who looks after customers: whatever may cost one. */
    SUCCESS(
            Team.SUCCESS,
            in(Part.PROMISES, PromiseStatus.NOT_ACHIEVED, PromiseStatus.OVERDUE),
            in(Part.PROBLEMS, Severity.CRITICAL, Severity.HIGH),
            in(Part.LOW_ANSWERS),
            in(Part.FEEDBACK, FeedbackKind.PROBLEM),
            in(Part.RELEASES)),
    /** Who builds: what is asked for, what broke, what is hard to use. It makes the releases, and acknowledges none. */
    PRODUCT(
            null,
            in(Part.REQUESTS),
            in(Part.FEEDBACK, FeedbackKind.WISH, FeedbackKind.PROBLEM),
            in(Part.PROBLEMS),
            in(Part.LOW_ANSWERS, SurveyKind.CES));

    private final @Nullable Team team;
    /** Made by {@link List#of}, which nobody changes. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Interest> interests;

    DigestFunction(@Nullable Team team, Interest... interests) {
        this.team = team;
        this.interests = List.of(interests);
    }

    List<Concern> concerns(Content content) {
        return interests.stream().map(interest -> interest.of(content)).toList();
    }

    /** Whether it has not acknowledged a release that it is to. */
    boolean misses(Content.Release release) {
        return team != null && release.missing().contains(team);
    }
}
