package dev.rivulet.success.review;

import dev.rivulet.kit.money.Money;
import dev.rivulet.success.feedback.FeedbackView;
import dev.rivulet.success.payment.InvoiceView;
import dev.rivulet.success.payment.PaymentBehaviour;
import dev.rivulet.success.problem.ProblemView;
import dev.rivulet.success.renewal.RenewalView;
import dev.rivulet.success.score.ScoreChangeView;
import dev.rivulet.success.survey.CesView;
import dev.rivulet.success.survey.CsatView;
import dev.rivulet.success.survey.NpsView;
import dev.rivulet.success.timeline.EntryView;
import dev.rivulet.success.usage.ConsumptionView;
import dev.rivulet.success.usage.domain.LicenceUse;
import dev.rivulet.success.usage.domain.Trend;
import dev.rivulet.success.value.PromiseView;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a customer for a review of some days, before it is put into words.
 *
 * @param from first day, local to the customer
 * @param to last day, included; what has a level is told as of this day
 * @param licencesBefore as of the first day
 */
record Evidence(
        String customer,
        ZoneId zone,
        LocalDate from,
        LocalDate to,
        List<PromiseView> promises,
        List<ConsumptionView.Month> months,
        @Nullable Trend trend,
        @Nullable LicenceUse licences,
        @Nullable LicenceUse licencesBefore,
        List<Money> recurring,
        ScoreChangeView score,
        NpsView nps,
        CsatView csat,
        CesView ces,
        List<ProblemView> problems,
        List<FeedbackView> feedback,
        List<EntryView> releases,
        List<InvoiceView> invoices,
        @Nullable PaymentBehaviour payment,
        List<RenewalView> renewals,
        boolean people) {}
