// Required before receiptio, which knows port 9100 alone: lets it call the port in OPENHALL_PRINTER_PORT.
const net = require('net');

const connect = net.connect;
net.connect = (_, host) => connect(Number(process.env.OPENHALL_PRINTER_PORT), host);
