/**
 * What the settings of every adapter have in common: how long its calls may take, how long its payments are waited for, and
 * the sentences in which settings that cannot work are refused. Knows no provider.
 */
package io.mizan.gateways.settings;
