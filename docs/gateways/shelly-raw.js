// Prévenance: sends the beacons a Shelly (Plus, Pro, Gen2 or later) hears to the station, as raw packets over MQTT.
//
// Shelly app or web page → Scripts → new script → paste → Save → Start, and switch "Run on startup" on.
// Needed there: Settings → MQTT enabled, Settings → Bluetooth enabled.
// In the station's configuration: "format": "prevenance-raw", "topic": "prevenance/gateways/<device id>".
//
// Only iBeacon, AltBeacon and Eddystone packets leave the device. The station forgets every beacon that nobody enrolled.

// biome-ignore lint/style/useTemplate: older firmware has no template literals
const TOPIC = 'prevenance/gateways/' + Shelly.getDeviceInfo().id;
const FLUSH_MS = 250; // How long packets are gathered before they are sent.
const MOST = 10; // Packets in one message; the script's memory is small.
const ALIVE_MS = 10000; // An empty message at least this often: the station shows a gateway as silent after 25 s.

const DIGITS = '0123456789abcdef';
let packets = [];
let lastSent = 0;

function hex(bytes) {
  let text = '';
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes.charCodeAt(i) & 0xff;
    text += DIGITS[byte >> 4] + DIGITS[byte & 15];
  }
  return text;
}

// "4c000215" opens an iBeacon, "16aafe" Eddystone's service data, "ff", any company and "beac" an AltBeacon.
function isBeacon(data) {
  if (data.indexOf('4c000215') >= 0 || data.indexOf('16aafe') >= 0) return true;
  const alt = data.indexOf('beac');
  return alt >= 6 && data.slice(alt - 6, alt - 4) === 'ff';
}

function onScan(event, result) {
  if (event !== BLE.Scanner.SCAN_RESULT || !result || !result.advData) return;
  const data = hex(result.advData);
  if (!isBeacon(data)) return;
  if (packets.length >= MOST) return;
  packets.push({ address: result.addr, rssi: result.rssi, data: data });
}

function flush() {
  lastSent += FLUSH_MS;
  if (packets.length === 0 && lastSent < ALIVE_MS) return;
  if (MQTT.isConnected()) {
    // Quality 0, not retained: an old packet says nothing about now.
    MQTT.publish(TOPIC, JSON.stringify({ v: 1, packets: packets }), 0, false);
    lastSent = 0;
  }
  packets = [];
}

// Firmware before 1.5 allows one scan for the whole device, and not always one that listens nearly all the time.
function listen() {
  const forever = BLE.Scanner.INFINITE_SCAN;
  if (BLE.Scanner.Start({ duration_ms: forever, active: false, interval_ms: 110, window_ms: 100 }, onScan)) return;
  if (BLE.Scanner.Start({ duration_ms: forever, active: false }, onScan)) return;
  print('Prévenance: no scan of its own; listening to the one that runs. Is Bluetooth switched on in Settings?');
  BLE.Scanner.Subscribe(onScan);
}

listen();
Timer.set(FLUSH_MS, true, flush);
