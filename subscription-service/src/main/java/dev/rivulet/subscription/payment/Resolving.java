package dev.rivulet.subscription.payment;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.payment.provider.Outcome;
import dev.rivulet.subscription.payment.provider.SandboxCard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Lets people say what became of payments. */
@ApplicationScoped
@Transactional
class Resolving {

    private final Attempts attempts;
    private final PaymentRepository payments;
    private final SandboxCard sandbox;

    Resolving(Attempts attempts, PaymentRepository payments, SandboxCard sandbox) {
        this.attempts = attempts;
        this.payments = payments;
        this.sandbox = sandbox;
    }

    PaymentView resolve(UUID id, ResolutionRequest request) {
        if (!payments.get(id).status.isUndecided()) {
            throw Rejected.conflict("payment-decided");
        }
        return attempts.conclude(
                id,
                request.succeeded()
                        ? new Outcome.Succeeded(request.detail())
                        : new Outcome.Failed(null, request.detail()));
    }

    PaymentView tell(UUID id, SandboxOutcomeRequest request) {
        var payment = payments.get(id);
        if (!sandbox.resolve(id, request.succeeded())) {
            throw Rejected.conflict("sandbox-charge-decided");
        }
        return PaymentView.of(payment, List.of());
    }
}
