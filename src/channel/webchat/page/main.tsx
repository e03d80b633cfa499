import '../../../fonts/inter.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

const place = document.getElementById('chat');
if (place !== null) createRoot(place).render(<App />);
