package io.mizan.gateways.contract;

import io.mizan.gateway.Capturing;
import io.mizan.gateway.Closing;
import io.mizan.gateway.Completing;
import io.mizan.gateway.GatewayProfile;
import io.mizan.gateway.Operation;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.Recovery;
import io.mizan.gateway.Refunding;
import io.mizan.gateway.SignedReturns;
import io.mizan.gateway.Voiding;
import java.util.List;
import java.util.function.BiPredicate;

/** A part of the contract that follows from what an adapter declares, and for which adapters it holds. */
record ContractPart(Class<? extends Contract> type, BiPredicate<PaymentGateway, Traits> holdsFor) {
    static final List<ContractPart> ALL = List.of(
            new ContractPart(OpensByCalling.class, (gateway, traits) -> opensByCalling(gateway)),
            new ContractPart(
                    TakesAnotherCard.class, (gateway, traits) -> traits.declines() != Traits.Declines.END_THE_ATTEMPT),
            capability(CompletesPayments.class, Completing.class),
            capability(CapturesLater.class, Capturing.class),
            capability(ReleasesAuthorizations.class, Voiding.class),
            capability(ClosesPages.class, Closing.class),
            capability(GivesMoneyBack.class, Refunding.class),
            new ContractPart(GivesPartsBack.class, (gateway, traits) -> givesPartsBack(gateway)),
            capability(SignsReturns.class, SignedReturns.class),
            new ContractPart(EndsUnpaidAttempts.class, (gateway, traits) -> staysPayable(gateway)),
            new ContractPart(CallsUs.class, (gateway, traits) -> calls(gateway)));

    private static ContractPart capability(Class<? extends Contract> part, Class<?> capability) {
        return new ContractPart(part, (gateway, traits) -> capability.isInstance(gateway));
    }

    private static boolean opensByCalling(PaymentGateway gateway) {
        return !(gateway.profile().recoveryOf(Operation.OPEN_CHECKOUT) instanceof Recovery.Local);
    }

    private static boolean givesPartsBack(PaymentGateway gateway) {
        return gateway instanceof Refunding refunding && refunding.refundTerms().partial();
    }

    private static boolean staysPayable(PaymentGateway gateway) {
        return gateway.profile().traits().payableUrl() == GatewayProfile.PayableUrl.STAYS_PAYABLE;
    }

    private static boolean calls(PaymentGateway gateway) {
        return gateway.profile().traits().callbacks() != GatewayProfile.Callbacks.NONE;
    }
}
