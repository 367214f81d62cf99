/** CyberSource's adapter against CyberSource's simulator. */
package io.mizan.gateways.cybersource;
