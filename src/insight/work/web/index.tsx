export { DealsToClose } from "./DealsToClose.tsx";
export { FirstSteps } from "./FirstSteps.tsx";
export { WaitingPanel } from "./WaitingPanel.tsx";
