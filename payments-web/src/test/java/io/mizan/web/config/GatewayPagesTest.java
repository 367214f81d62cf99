package io.mizan.web.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.Setting;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written about gateways, held against what there is. */
class GatewayPagesTest {
    private static final Path ROOT = Path.of("..");
    private static final Path GUIDE = ROOT.resolve("docs/adding-a-gateway.md");
    private static final Pattern PATH = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    /** Where files of a single gateway lie. */
    private static final List<String> FOLDERS = List.of(
            "payments-gateways/src",
            "payments-gateways/sandbox/src",
            "payments-web/launcher/src",
            "payments-web/tests/src",
            "payments-admin/src",
            "docs");

    static List<AdapterFactory> gateways() {
        return AdapterFactory.all();
    }

    @Test
    void the_guide_names_every_file_of_the_smallest_gateway_and_none_that_is_not_there() throws IOException {
        var guide = Files.readString(GUIDE);
        var touched = guide.substring(guide.indexOf("## What was touched for BTCPay Server"));
        var named = PATH.matcher(touched)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).allSatisfy(file -> assertThat(ROOT.resolve(file)).isRegularFile());
        assertThat(named).containsAll(filesOf("btcpay"));
    }

    private static Set<String> filesOf(String gateway) throws IOException {
        var files = new TreeSet<String>();
        for (var folder : FOLDERS) {
            try (var all = Files.walk(ROOT.resolve(folder))) {
                all.filter(Files::isRegularFile)
                        .map(file -> ROOT.relativize(file).toString())
                        .filter(file -> file.toLowerCase(Locale.ROOT).contains(gateway))
                        .forEach(files::add);
            }
        }
        return files;
    }

    @ParameterizedTest
    @MethodSource("gateways")
    void what_no_source_confirms_is_a_setting_or_the_page_says_why_not(AdapterFactory gateway) throws IOException {
        var page = Files.readString(ROOT.resolve("docs/gateways/" + gateway.name() + ".md"));
        var section = Pattern.compile(
                        "(?ms)^## (?:Not confirmed by any public source|What no public source confirms)$(.*?)^## ")
                .matcher(page);

        assertThat(section.find()).isTrue();
        var rows = section.group(1).lines().filter(line -> line.startsWith("|")).toList();
        assertThat(rows).startsWith("| point | what was decided | setting, or why there is none |", "|---|---|---|");
        assertThat(rows.subList(2, rows.size()))
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(Arrays.stream(row.split("\\|", -1)).map(String::strip))
                                .hasSize(5))
                .allSatisfy(row -> assertThat(row.split("\\|", -1)[3])
                        .containsPattern("`mizan\\." + gateway.name() + "\\.[a-z.]+`|none: .|none of ours: ."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void whatever_can_be_entered_in_the_portal_has_a_name_there(String language) throws IOException {
        var texts = new Properties();
        try (Reader file = Files.newBufferedReader(ROOT.resolve(
                "payments-admin/src/main/resources/io/mizan/admin/messages_" + language + ".properties"))) {
            texts.load(file);
        }

        assertThat(gateways()).allSatisfy(gateway -> assertThat(texts.stringPropertyNames())
                .containsAll(gateway.settings().stream()
                        .map(Setting::name)
                        .map(name -> "gateway.setting." + name)
                        .toList()));
    }
}
