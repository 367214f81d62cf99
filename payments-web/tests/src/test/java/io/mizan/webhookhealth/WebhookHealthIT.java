package io.mizan.webhookhealth;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.launcher.Secret;
import io.mizan.testbed.Await;
import io.mizan.testbed.PortalVisitor;
import io.mizan.testbed.TestBed;
import io.mizan.web.checkout.Purchase;
import io.mizan.web.checkout.Rows;
import jakarta.json.Json;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong with the callbacks of one gateway is provoked at its simulator, and read on the page of an operator. */
class WebhookHealthIT {
    private static final Duration FORGOTTEN = Duration.ofHours(25);
    private static final Duration LONGER_THAN_A_CALLBACK_TAKES = Duration.ofMinutes(6);
    private static final Pattern STRIPE = Pattern.compile("<h2>Stripe</h2>(.*?)</section>", Pattern.DOTALL);

    private static PortalVisitor operator;

    @BeforeAll
    static void signIn() {
        operator = new PortalVisitor();
        operator.signIn("operator", TestBed.secret(Secret.OPERATOR_PASSWORD)).expect(303);
    }

    /** These would come before everything else, and do not pass with time. */
    @BeforeAll
    static void whatOtherTestsLeftIsWorked() {
        Rows.change("UPDATE webhook_event SET state = 'PROCESSED', due_at = NULL WHERE gateway = 'stripe'"
                + " AND (state = 'DEAD' OR reason = 'gateway_missing')");
    }

    @BeforeEach
    @AfterEach
    void everythingIsRight() {
        TestBed.simulator().delete("/control/api/rules");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            forged        | Not believed              | no payment has shown which   | Change nothing yet
            reencoded     | Written anew on their way | before somebody formatted    | Have the proxy or firewall pass the bodies
            other_mode    | Of the other mode        | live ones to a sandbox       | to the endpoint of this mode alone
            other_account | Of another account       | of another account           | Compare the account in the settings
            """)
    void what_a_message_suffers_is_told_with_its_cure(String kind, String verdict, String cause, String cure) {
        fromNowOn(kind);
        Purchase.pay(Purchase.placed().start(), "4242424242424242");

        Await.that(verdict, () -> stripe().contains(">" + verdict + "</span>"));
        assertThat(stripe()).contains(cause, cure);
    }

    @Test
    void once_a_payment_was_missed_it_is_the_secret() {
        fromNowOn("forged");
        var purchase = Purchase.placed();
        Purchase.pay(purchase.start(), "4242424242424242");
        TestBed.letPass(LONGER_THAN_A_CALLBACK_TAKES); // and longer than is waited before asking
        purchase.awaitStatus("paid");
        TestBed.letPass(LONGER_THAN_A_CALLBACK_TAKES);

        assertThat(stripe())
                .contains(
                        ">Wrong secret</span>",
                        "a secret that we do not have",
                        "Copy the signing secret of this endpoint");
    }

    @Test
    void where_nothing_arrives_the_address_is_to_be_looked_at() {
        fromNowOn("never");
        var purchases =
                IntStream.range(0, 3).mapToObj(number -> Purchase.placed()).toList();
        purchases.forEach(purchase -> Purchase.pay(purchase.start(), "4242424242424242"));
        TestBed.letPass(LONGER_THAN_A_CALLBACK_TAKES); // and longer than is waited before asking
        purchases.forEach(purchase -> purchase.awaitStatus("paid"));
        TestBed.letPass(LONGER_THAN_A_CALLBACK_TAKES);

        assertThat(stripe())
                .contains(
                        ">Nothing arrives</span>",
                        "the gateway has told of none",
                        "see that the endpoint has the address of this system");
    }

    @Test
    void once_a_message_is_believed_again_all_is_well() {
        fromNowOn("forged");
        Purchase.pay(Purchase.placed().start(), "4242424242424242");
        Await.that("it is seen", () -> stripe().contains(">Not believed</span>"));

        everythingIsRight();
        Purchase.pay(Purchase.placed().start(), "4242424242424242");

        Await.that("a stranger was it", () -> stripe().contains(">Somebody knocks</span>"));
    }

    /** Everything that is sent is treated so, what time brings to an end by itself too; and what was before is forgotten. */
    private static void fromNowOn(String kind) {
        TestBed.simulator()
                .post(
                        "/control/api/rules",
                        Json.createObjectBuilder()
                                .add("gateway", "stripe")
                                .add("kind", kind)
                                .add("session", "all")
                                .add("times", "forever")
                                .build())
                .expect(201);
        TestBed.letPass(FORGOTTEN);
    }

    private static String stripe() {
        var page = operator.get("/admin/webhooks").expect(200).body();
        var found = STRIPE.matcher(page);
        assertThat(found.find()).as("Stripe is on the page").isTrue();
        return found.group(1);
    }
}
