package dev.rivulet.success.review;

import dev.rivulet.success.review.Paper.Section;
import java.util.List;

/** Puts what is known into words. */
final class ReviewWriter {

    private ReviewWriter() {}

    static Paper write(Evidence evidence, ReviewTexts texts) {
        return new Paper(
                texts.locale().getLanguage(),
                texts.of("title", evidence.customer()),
                texts.of("subtitle", texts.day(evidence.from()), texts.day(evidence.to())),
                texts.of("days", evidence.zone()),
                List.<Section>of(
                        ValueSection.of(evidence, texts),
                        UseSection.of(evidence, texts),
                        ScoreSection.of(evidence, texts),
                        SurveySection.of(evidence, texts),
                        ProblemSection.of(evidence, texts),
                        FeedbackSection.of(evidence, texts),
                        PaymentSection.of(evidence, texts),
                        RenewalSection.of(evidence, texts)));
    }
}
