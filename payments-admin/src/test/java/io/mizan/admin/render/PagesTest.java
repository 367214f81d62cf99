package io.mizan.admin.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.admin.orders.OrderListView;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page with example records, in both languages. They stay in {@code target/pages} to be looked at. */
class PagesTest {
    private static final Path MAIN = Path.of("src/main");
    private static final Templates TEMPLATES = new Templates("");

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_page_renders_in_both_languages(Language language) throws IOException {
        for (var page : ExamplePages.in(language).entrySet()) {
            var html = render(page.getKey(), page.getValue(), language);

            assertThat(html).as(page.getKey()).contains("<html lang=\"" + language.code() + "\"");
            assertThat(html).as(page.getKey()).doesNotContain(" th:", "??", "{0}", "Optional[");
        }
    }

    @Test
    void every_template_of_a_page_is_among_them() throws IOException {
        try (var templates = Files.list(MAIN.resolve("resources/templates"))) {
            var pages = templates
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .map(name -> name.replace(".html", ""))
                    .collect(Collectors.toSet());

            assertThat(ExamplePages.in(Language.ENGLISH).keySet().stream().map(PagesTest::templateOf))
                    .containsAll(pages);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void no_page_needs_what_its_security_policy_forbids(Language language) throws IOException {
        for (var page : ExamplePages.in(language).entrySet()) {
            var html = render(page.getKey(), page.getValue(), language);

            assertThat(html)
                    .as(page.getKey())
                    .doesNotContain("<script", "<style", " style=", "javascript:")
                    .doesNotContainPattern(" on[a-z]+=");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_form_that_posts_carries_the_token(Language language) throws IOException {
        for (var page : ExamplePages.in(language).entrySet()) {
            var html = render(page.getKey(), page.getValue(), language);
            var forms = html.split("<form ", -1);

            for (int i = 1; i < forms.length; i++) {
                assertThat(forms[i]).as(page.getKey()).contains("method=\"post\"", "value=\"example-token\"");
            }
        }
    }

    @Test
    void what_people_wrote_is_shown_and_never_run() throws IOException {
        var view =
                new OrderListView(true, "<img src=x onerror=alert(1)>", List.of(), List.of(), Optional.empty(), true);

        var html = render("orders-hostile", view, Language.ENGLISH);

        assertThat(html).contains("&lt;img src=x").doesNotContain("<img");
    }

    /** A page is named after its template, and what follows a hyphen tells pages of one template apart. */
    private static String templateOf(String name) {
        return name.replaceFirst("-.*", "").replace('_', '-');
    }

    private static String render(String name, Object view, Language language) throws IOException {
        var template = templateOf(name);
        boolean signedIn = !template.equals("signin");
        var frame = new Frame(
                language,
                signedIn ? Optional.of("Sara Support") : Optional.empty(),
                true,
                true,
                true,
                "/admin/orders",
                name.equals("order-unknown")
                        ? Optional.of(Messages.in(language).text("inquiry.requested", "Stripe"))
                        : Optional.empty(),
                "_csrf",
                "example-token");
        var out = new StringWriter();
        TEMPLATES.render(template, language.locale(), Map.of("page", view, "frame", frame), out);
        var html = out.toString();
        var folder = Files.createDirectories(Path.of("target/pages", language.code()));
        Files.writeString(folder.resolve(name + ".html"), html);
        return html;
    }
}
