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
import java.util.function.Predicate;

/**
 * A part of the contract, for which adapters it holds, and what that depends on: what the adapter declares, or what the
 * traits of its provider say.
 *
 * @param where in words, for the page
 */
record ContractPart(Class<? extends Contract> type, String where, BiPredicate<PaymentGateway, Traits> holdsFor) {
    /** Every part there is, in the order of the page. */
    static final List<ContractPart> ALL = List.of(
            declared(OpensByCalling.class, "a page is opened by a call of ours", ContractPart::opensByCalling),
            trait(
                    DeclinesCards.class,
                    "what customers pay with can be declined; nobody declines coins",
                    traits -> traits.declines() != Traits.Declines.NEVER),
            trait(
                    TakesAnotherCard.class,
                    "a declined card leaves the page open to another",
                    traits -> traits.declines() != Traits.Declines.NEVER
                            && traits.declines() != Traits.Declines.END_THE_ATTEMPT),
            trait(
                    ChallengesCustomers.class,
                    "the provider tells that an issuer's question waits for the customer; elsewhere the page asks, and only the"
                            + " outcome is told",
                    traits -> traits.tells().contains(Traits.Tells.CHALLENGES)),
            trait(
                    ExpiresByItself.class,
                    "the provider ends a page that nobody pays, and says so; elsewhere it is closed by us, or over by inference",
                    traits -> traits.tells().contains(Traits.Tells.EXPIRY)),
            declared(
                    EndsUnpaidAttempts.class,
                    "nobody can close a page, so that an unpaid attempt is over by inference",
                    ContractPart::staysPayable),
            trait(
                    TakesAnotherCurrency.class,
                    "messages and answers name a currency; SADAD's know riyals alone",
                    traits -> traits.tells().contains(Traits.Tells.CURRENCY)),
            declared(CallsUs.class, "the provider calls our server", ContractPart::calls),
            capability(SignsReturns.class, "what the customer's browser brings back is signed", SignedReturns.class),
            capability(ClosesPages.class, "a page can be closed", Closing.class),
            capability(CompletesPayments.class, "an approved payment is completed by us", Completing.class),
            capability(CapturesLater.class, "money can be collected later", Capturing.class),
            capability(ReleasesAuthorizations.class, "an authorization can be released", Voiding.class),
            capability(GivesMoneyBack.class, "the adapter gives money back", Refunding.class),
            declared(GivesPartsBack.class, "it gives back parts too", ContractPart::givesPartsBack));

    private static ContractPart declared(
            Class<? extends Contract> part, String where, Predicate<PaymentGateway> declared) {
        return new ContractPart(part, where, (gateway, traits) -> declared.test(gateway));
    }

    private static ContractPart trait(Class<? extends Contract> part, String where, Predicate<Traits> trait) {
        return new ContractPart(part, where, (gateway, traits) -> trait.test(traits));
    }

    private static ContractPart capability(Class<? extends Contract> part, String where, Class<?> capability) {
        return declared(part, where, capability::isInstance);
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
