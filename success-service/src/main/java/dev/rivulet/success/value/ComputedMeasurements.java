package dev.rivulet.success.value;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.survey.Surveys;
import dev.rivulet.success.usage.MeasuredUse;
import dev.rivulet.success.value.Promises.Versioned;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** Measures promises by what customers do and say, instead of by hand. */
@ApplicationScoped
@Transactional
class ComputedMeasurements {

    private static final int LONGEST = 366;
    private static final int DECIMALS_PER_USER = 2;
    private static final int DECIMALS_OF_SHARE = 4;

    private final PromiseRepository promises;
    private final PromiseLedger ledger;
    private final Surveys surveys;
    private final MeasuredUse usage;
    private final Customers customers;

    ComputedMeasurements(
            PromiseRepository promises, PromiseLedger ledger, Surveys surveys, MeasuredUse usage, Customers customers) {
        this.promises = promises;
        this.ledger = ledger;
        this.surveys = surveys;
        this.usage = usage;
        this.customers = customers;
    }

    Versioned measure(UUID id, ComputedMeasurementRequest request) {
        check(request);
        var account = promises.accountOf(id).orElseThrow(() -> Rejected.notFound("promise", id));
        var measurement = new Measurement();
        measurement.value = request.source() == MeasurementSource.SURVEY_MEAN
                ? surveyMean(account, request)
                : used(account, request);
        measurement.measuredOn = request.to();
        measurement.note = request.note();
        measurement.source = request.source();
        measurement.surveyId = request.surveyId();
        measurement.usageMetric = request.metric();
        measurement.firstDay = request.from();
        measurement.lastDay = request.to();
        return ledger.measure(id, measurement);
    }

    private static void check(ComputedMeasurementRequest request) {
        if (request.source() == MeasurementSource.MANUAL) {
            throw Rejected.invalid("source-manual", "/source");
        }
        if (request.from().isAfter(request.to())) {
            throw Rejected.invalid("range-backwards", "/to");
        }
        if (ChronoUnit.DAYS.between(request.from(), request.to()) >= LONGEST) {
            throw Rejected.invalid("range-too-long", "/from", LONGEST);
        }
        if (request.source().needsAMetric()
                && (request.metric() == null || request.metric().isBlank())) {
            throw Rejected.invalid("value-missing", "/metric");
        }
        if (request.source() == MeasurementSource.SURVEY_MEAN && request.surveyId() == null) {
            throw Rejected.invalid("value-missing", "/surveyId");
        }
        if (request.source().isOfUsage() && request.surveyId() != null) {
            throw Rejected.invalid("source-foreign", "/surveyId", request.source());
        }
        if (!request.source().takesAMetric() && request.metric() != null) {
            throw Rejected.invalid("source-foreign", "/metric", request.source());
        }
    }

    private BigDecimal surveyMean(UUID account, ComputedMeasurementRequest request) {
        var survey = request.surveyId();
        if (survey == null || !surveys.isAttributed(survey)) {
            throw Rejected.unprocessable("survey-unknown", "/surveyId");
        }
        var mean = surveys.mean(survey, account, request.from(), request.to());
        if (mean == null) {
            throw Rejected.unprocessable("nothing-to-measure", "/from");
        }
        return mean;
    }

    /** Nothing used is 0, and a measurement too; but not of each of no users, nor of no seats. */
    private BigDecimal used(UUID account, ComputedMeasurementRequest request) {
        var use = usage.of(account, request.metric(), request.from(), request.to());
        return switch (request.source()) {
            case USAGE_SUM -> use.quantity();
            case USAGE_USERS -> BigDecimal.valueOf(use.users());
            case USAGE_DAYS -> BigDecimal.valueOf(use.days());
            case USAGE_PER_USER -> divided(use.quantity(), use.users(), DECIMALS_PER_USER);
            case LICENCE_SHARE -> {
                var seats = customers.seats(Map.of(account, request.to())).get(account);
                yield divided(
                        BigDecimal.valueOf(use.users()), seats == null ? 0 : seats.purchased(), DECIMALS_OF_SHARE);
            }
            case MANUAL, SURVEY_MEAN -> throw new IllegalArgumentException(request.source() + " is not of usage");
        };
    }

    private static BigDecimal divided(BigDecimal quantity, int by, int decimals) {
        if (by == 0) {
            throw Rejected.unprocessable("nothing-to-measure", "/from");
        }
        return quantity.divide(BigDecimal.valueOf(by), decimals, RoundingMode.HALF_UP);
    }
}
