package io.mizan.web.docs;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.PaymentState;
import io.mizan.attempt.Verdict;
import io.mizan.failure.FailureCategory;
import io.mizan.order.Fulfilment;
import io.mizan.order.OrderStatus;
import io.mizan.web.ApiApplication;
import io.mizan.web.access.Needs;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiTest {
    private static final Map<String, Object> DOCUMENT = Written.openApi();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    @Test
    void every_operation_of_the_api_is_described_and_no_other() {
        var described = new TreeSet<String>();
        Written.at(DOCUMENT, "paths").keySet().stream()
                .filter(path -> path.startsWith("/api/"))
                .forEach(path -> Written.at(DOCUMENT, "paths", path).keySet().stream()
                        .filter(METHODS::contains)
                        .forEach(method -> described.add(method + " " + path)));

        assertThat(described).isEqualTo(operations());
    }

    @Test
    void every_operation_names_the_scope_that_a_secret_key_needs() {
        methods().forEach(method -> operation(method)
                .forEach(operation -> assertThat(described(operation).get("x-scope"))
                        .as(operation)
                        .isEqualTo(method.getAnnotation(Needs.class).value().code())));
    }

    private static Map<String, Object> described(String operation) {
        var parts = operation.split(" ", -1);
        return Written.at(DOCUMENT, "paths", parts[1], parts[0]);
    }

    @ParameterizedTest(name = "{0} has the members of {1}")
    @CsvSource({
        "Product,       catalog.ProductView",
        "Products,      catalog.ProductsView",
        "Gateways,      gateway.GatewaysView",
        "Gateway,       gateway.GatewaysView$GatewayView",
        "Order,         order.OrderView",
        "BrowserOrder,  order.BrowserOrderView",
        "Orders,        order.OrdersView",
        "Customer,      order.OrderView$CustomerView",
        "Line,          order.LineView",
        "Status,        order.StatusView",
        "Attempt,       attempt.AttemptView",
        "NextAction,    attempt.NextActionView",
        "Timeline,      order.TimelineView",
        "TimelineEntry, order.TimelineView$EntryView",
        "SandboxClock,  sandbox.ClockServlet$ClockView",
    })
    void every_answer_has_the_described_members(String schema, String view) throws ClassNotFoundException {
        assertThat(Written.at(DOCUMENT, "components", "schemas", schema, "properties")
                        .keySet())
                .isEqualTo(members(Class.forName("io.mizan.web." + view)));
    }

    @Test
    void a_browser_is_shown_no_member_of_an_attempt_that_a_merchant_is_not() throws ClassNotFoundException {
        assertThat(members(Class.forName("io.mizan.web.attempt.AttemptView")))
                .containsAll(members(Class.forName("io.mizan.web.attempt.BrowserAttemptView")));
    }

    @Test
    void every_word_for_a_state_is_described() {
        assertThat(words("OrderStatus")).isEqualTo(codes(OrderStatus.values(), OrderStatus::code));
        assertThat(words("AttemptState")).isEqualTo(codes(PaymentState.values(), PaymentState::code));
        assertThat(words("FailureCategory")).isEqualTo(codes(FailureCategory.values(), FailureCategory::code));
        assertThat(member("Attempt", "verdict").get("enum")).isEqualTo(codes(Verdict.values(), Verdict::code));
        assertThat(member("Order", "fulfilment").get("enum")).isEqualTo(codes(Fulfilment.values(), Fulfilment::code));
    }

    private static Set<String> operations() {
        return methods().flatMap(OpenApiTest::operation).collect(toCollection(TreeSet::new));
    }

    private static Stream<Method> methods() {
        return new ApiApplication()
                .getClasses().stream()
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()));
    }

    private static Stream<String> operation(Method method) {
        var path =
                "/api/" + method.getDeclaringClass().getAnnotation(Path.class).value()
                        + (method.isAnnotationPresent(Path.class)
                                ? "/" + method.getAnnotation(Path.class).value()
                                : "");
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(verb -> verb.value().toLowerCase(Locale.ROOT) + " " + path);
    }

    private static Set<String> members(Class<?> view) {
        return Arrays.stream(view.getRecordComponents())
                .map(RecordComponent::getName)
                .map(OpenApiTest::inSnakeCase)
                .collect(toCollection(TreeSet::new));
    }

    private static String inSnakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static Object words(String schema) {
        return Written.at(DOCUMENT, "components", "schemas", schema).get("enum");
    }

    private static Map<String, Object> member(String schema, String name) {
        return Written.at(DOCUMENT, "components", "schemas", schema, "properties", name);
    }

    private static <T> List<String> codes(T[] values, Function<T, String> code) {
        return Arrays.stream(values).map(code).toList();
    }
}
