package io.mizan.admin;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.admin.access.Sensitive;
import jakarta.ws.rs.POST;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever sits down before somebody's open portal can do little with it: what matters asks again who is there. */
class SensitiveActsTest {
    /** What is done without asking again, and why. Whatever else a form posts to is sensitive. */
    private static final Map<String, String> HARMLESS = Map.ofEntries(
            Map.entry("SignInPages.signIn", "is where the password is given"),
            Map.entry("SignInPages.signOut", "gives up rights"),
            Map.entry("SecondFactorPages.answer", "is where the code is given"),
            Map.entry("SecondFactorPages.confirm", "takes a code of the app, and setting about it was sensitive"),
            Map.entry("SetUpPages.setPassword", "nobody is signed in; the link is the proof"),
            Map.entry("LanguagePages.choose", "changes how pages read"),
            Map.entry("OrdersPages.find", "reads; a POST only to keep e-mail addresses out of addresses of pages"),
            Map.entry("OrdersPages.ask", "reads at the gateway; its answer is taken as one of its callbacks would be"),
            Map.entry("ChainsPages.verify", "reads"),
            Map.entry("CasesPages.take", "is undone by handing back"),
            Map.entry("CasesPages.handBack", "is undone by taking"),
            Map.entry("CasesPages.comment", "adds words and changes nothing"),
            Map.entry("ErasuresPages.request", "waits for a second person, whose approval is sensitive"),
            Map.entry("ErasuresPages.reject", "leaves all as it is, and may be asked for again"),
            Map.entry("ApprovalsPages.reject", "leaves all as it is, and may be asked for again"));

    @Test
    void every_form_posts_to_a_sensitive_act_or_to_one_that_is_known_to_be_harmless() {
        assertThat(acts().filter(act -> !act.isAnnotationPresent(Sensitive.class))
                        .map(SensitiveActsTest::name)
                        .collect(toSet()))
                .isEqualTo(HARMLESS.keySet());
    }

    private static Stream<Method> acts() {
        return new AdminApplication()
                .getClasses().stream()
                        .flatMap(pages -> Arrays.stream(pages.getDeclaredMethods()))
                        .filter(method -> method.isAnnotationPresent(POST.class));
    }

    private static String name(Method act) {
        return act.getDeclaringClass().getSimpleName() + "." + act.getName();
    }
}
